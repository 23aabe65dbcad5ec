package io.callscope.analytics.pipeline;

import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.parked.ParkedQueue;
import io.callscope.analytics.llm.parked.ParkedQueue.Claim;
import io.callscope.analytics.pipeline.ParkedCallResumer.Outcome;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up parked calls, one after the other and not more than so many a minute, so that calls that come in go on beside
 * them. While the model is away one call in each rest finds out whether it is back. Thread-safe.
 */
public final class ParkedCallTimer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ParkedCallTimer.class);
    private static final Duration LEASE = Duration.ofMinutes(6);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration MOST_IDLE = Duration.ofSeconds(10);

    private final ParkedCallResumer resumer;
    private final ParkedQueue queue;
    private final ParkedCalls parked;
    private final ZoneId zone;
    private final Duration pace;
    private final Clock clock;
    private final ScheduledExecutorService worker = oneThread("parked-calls");
    private final ScheduledExecutorService heart = oneThread("parked-calls-claim");

    /**
     * @param perMinute calls taken up at the most
     */
    public ParkedCallTimer(
            ParkedCallResumer resumer, ParkedQueue queue, ParkedCalls parked, ZoneId zone, int perMinute, Clock clock) {
        this.resumer = resumer;
        this.queue = queue;
        this.parked = parked;
        this.zone = zone;
        this.pace = Duration.ofMinutes(1).dividedBy(perMinute);
        this.clock = clock;
    }

    private static ScheduledExecutorService oneThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /** Begins to look for calls that are to be taken up. */
    public void start() {
        next(pace);
    }

    private void next(Duration wait) {
        if (!worker.isShutdown()) {
            worker.schedule(this::turn, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void turn() {
        Duration wait = REST;
        try {
            wait = takeUpOne() ? pace : pace.compareTo(MOST_IDLE) > 0 ? pace : MOST_IDLE;
        } catch (RetryableException away) {
            LOGGER.atInfo().addKeyValue("error", away.toString()).log("parked calls wait");
        } catch (InterruptedException stops) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            // A timer whose task throws never runs again.
            LOGGER.atError().addKeyValue("error", e.toString()).log("parked calls cannot be taken up");
        }
        next(wait);
    }

    /**
     * Takes up the next call, if there is one.
     *
     * @return whether there was
     * @throws RetryableException when the model, the store or the broker is away; the call stays parked
     * @throws InterruptedException when the service stops
     */
    boolean takeUpOne() throws InterruptedException {
        Instant today =
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        Claim claim = queue.claim(today, LEASE).orElse(null);
        if (claim == null) {
            return false;
        }
        long every = LEASE.dividedBy(3).toMillis();
        ScheduledFuture<?> beat = heart.scheduleAtFixedRate(() -> renewed(claim), every, every, TimeUnit.MILLISECONDS);
        try {
            resume(claim);
        } finally {
            stop(beat);
        }
        return true;
    }

    private void resume(Claim claim) throws InterruptedException {
        try {
            Outcome outcome = resumer.resume(claim);
            if (outcome == Outcome.CHANGED) {
                queue.giveBack(claim);
            }
            LOGGER.atInfo()
                    .addKeyValue("callId", claim.callId())
                    .addKeyValue("outcome", outcome)
                    .log("parked call taken up");
        } catch (RetryableException | InterruptedException later) {
            givenBack(claim);
            throw later;
        } catch (RuntimeException e) {
            // one call that cannot be taken up must not keep all others waiting
            LOGGER.atError()
                    .addKeyValue("callId", claim.callId())
                    .addKeyValue("error", e.toString())
                    .log("parked call cannot be taken up");
            parked.park(
                    claim.callId(),
                    claim.failure(),
                    "taken up in vain: " + e.getClass().getSimpleName());
        }
    }

    private void renewed(Claim claim) {
        try {
            queue.renew(claim, LEASE);
        } catch (RuntimeException e) {
            // A timer whose task throws never runs again; the claim may run out, and then another goes on.
            LOGGER.atWarn().addKeyValue("error", e.toString()).log("claim of a parked call not renewed");
        }
    }

    /** When the store is away as well, the claim runs out by itself. */
    private void givenBack(Claim claim) {
        try {
            queue.giveBack(claim);
        } catch (RuntimeException e) {
            LOGGER.atWarn().addKeyValue("error", e.toString()).log("claim of a parked call runs out by itself");
        }
    }

    private static void stop(Future<?> beat) {
        beat.cancel(false);
    }

    @Override
    public void close() {
        worker.shutdownNow();
        heart.shutdownNow();
        try {
            // whoever is at a call gives it back while the store is still open
            worker.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
