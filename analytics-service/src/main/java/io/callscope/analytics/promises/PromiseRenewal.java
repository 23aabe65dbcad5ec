package io.callscope.analytics.promises;

import io.callscope.analytics.store.StoredCalls;
import io.callscope.analytics.store.StoredCalls.Place;
import io.callscope.analytics.store.StoredCalls.StoredCall;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the promises of calls that were stored before promises were read, or by a release that read them otherwise: page
 * by page, once, without hearing anything again. After a restart it begins anew unless it had come to the end.
 * Thread-safe.
 */
public final class PromiseRenewal implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PromiseRenewal.class);

    /** Transcripts of so many calls are in memory at once. */
    private static final int PAGE = 50;

    /** Terms run so long at most before a promise is followed. */
    private static final Duration LONGEST_TERM = Duration.ofDays(90);

    private final StoredCalls calls;
    private final RenewedPromises store;
    private final PromiseSettings settings;
    private final Clock clock;
    private final RepeatedWork work = new RepeatedWork("renew-promises", this::renew);
    private boolean finished;

    public PromiseRenewal(StoredCalls calls, RenewedPromises store, PromiseSettings settings, Clock clock) {
        this.calls = Objects.requireNonNull(calls, "calls");
        this.store = Objects.requireNonNull(store, "store");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins to look whether there is something to read. */
    public void start(Duration first, Duration pause) {
        work.start(first, pause);
    }

    /** Goes through the calls that are still followed, unless that was done. */
    void renew() {
        if (finished) {
            return;
        }
        try {
            finished = store.finished().equals(PromiseReader.READING) || walked();
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("promises of stored calls wait to be read");
        }
    }

    private boolean walked() {
        long read = 0;
        Instant to = clock.instant();
        Place place = Place.before(to.minus(settings.follow()).minus(LONGEST_TERM));
        while (true) {
            List<StoredCall> page = new ArrayList<>();
            Place next = calls.next(place, to, PAGE, page::add);
            if (next.equals(place)) {
                break;
            }
            for (StoredCall call : page) {
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                if (PromiseReader.isPromising(call.analysis())) {
                    read += store.renew(call) ? 1 : 0;
                }
            }
            place = next;
        }
        store.finish(PromiseReader.READING, clock.instant());
        LOGGER.atInfo().addKeyValue("calls", read).log("promises of stored calls read");
        return true;
    }

    @Override
    public void close() {
        work.close();
    }
}
