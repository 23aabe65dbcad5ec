package io.callscope.transcribe.child;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.Health;
import io.callscope.kit.thread.DaemonThreads;
import io.callscope.model.json.EventJson;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to a child that is started when it is needed and exchanged when it has ended, or has served its time. Thread-safe.
 *
 * <p>When a child ends with requests in flight, each of them is tried again, alone in a new child. One that takes that
 * down too is the culprit, provided that a harmless request of the same kind comes through: otherwise nobody's recording
 * is to blame, and all wait. Which requests were in flight is not remembered beyond this process; if it dies as well,
 * they come again from the start.
 */
public final class SupervisedChild implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SupervisedChild.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final ChildEvents events;
    private final Turns turns;
    private final ChildSlot slot;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("child-watch"));

    public SupervisedChild(ChildCommand command, ChildOptions options, ChildEvents events) {
        this.events = events;
        this.turns = new Turns(options.parallel());
        this.slot = new ChildSlot(command, options, events);
        long every = Math.min(
                LOOK_EVERY.toMillis(), Math.max(1, options.hangTimeout().toMillis() / 4));
        watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** Starts the child in the background, so that the first request need not wait for it. */
    public void prepare() {
        watch.execute(() -> {
            try {
                slot.current();
            } catch (RetryableException e) {
                LOGGER.atWarn().addKeyValue("error", e.getMessage()).log("the child did not come up");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * @param harmless of a request, one of the same kind that any sound child answers
     * @throws RejectedCallException as the child threw it; RECOGNISER_CRASHED or RECOGNISER_HUNG when the request has
     *     ended two children, the second one alone
     * @throws RetryableException as the child threw it, or when no child comes up
     * @throws InterruptedException when the thread was interrupted; the child is told to stop
     */
    public <Q, A> A call(RequestKind<Q, A> kind, Q question, UnaryOperator<Q> harmless) throws InterruptedException {
        byte[] asked = EventJson.write(question);
        boolean alone = false;
        boolean exchange = turns.enter();
        try {
            if (exchange) {
                slot.exchange();
                turns.drained();
            }
            while (true) {
                try {
                    return EventJson.read(slot.current().ask(kind.id(), asked), kind.answer());
                } catch (ChildEndedException e) {
                    if (e.part() == ChildEndedException.Part.WAITING) {
                        throw new RetryableException("the child ended while it made ready: " + e.getMessage(), e);
                    }
                    if (alone && e.part() == ChildEndedException.Part.SUSPECT) {
                        throw culprit(kind, harmless.apply(question), e.end());
                    }
                    events.triedAgain(e.end().cause());
                    if (e.part() == ChildEndedException.Part.SUSPECT) {
                        turns.leaveAndEnterAlone();
                        alone = true;
                    }
                }
            }
        } finally {
            if (slot.isWorn()) {
                turns.drain();
            }
            turns.leave(alone);
        }
    }

    /** The verdict over a request that ended a child while it was alone in it. */
    private <Q> RuntimeException culprit(RequestKind<Q, ?> kind, Q harmless, ChildEnd end) throws InterruptedException {
        ChildProcess fresh = slot.current();
        try {
            fresh.ask(kind.id(), EventJson.write(harmless));
        } catch (ChildEndedException e) {
            return new RetryableException("the child ends with every request: " + e.getMessage(), e);
        } catch (RejectedCallException | RetryableException e) {
            // it lives and answers: that is all that was asked
            LOGGER.atDebug().setCause(e).log("a harmless request was refused");
        }
        RejectReason reason =
                end.cause() == ChildEnd.Cause.HUNG ? RejectReason.RECOGNISER_HUNG : RejectReason.RECOGNISER_CRASHED;
        return new RejectedCallException(reason, "twice, the second time alone: " + end.detail());
    }

    private void look() {
        try {
            events.resident(slot.look());
        } catch (RuntimeException e) {
            LOGGER.atError().setCause(e).log("looking after the child failed");
        }
    }

    /** Whether a child is there, or could be. */
    public Health health() {
        return slot.health();
    }

    /** The process of the child that is there; 0 when there is none. */
    public long pid() {
        return slot.pid();
    }

    /** Ends the child; requests in flight end with it. */
    @Override
    public void close() {
        watch.shutdownNow();
        slot.close();
        events.resident(0);
    }
}
