package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Analyzed calls to be heard again, of all teams: for the machine, never for a page. Implementations are thread-safe.
 * Every method throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface StoredCalls {
    /**
     * A place in the order of calls.
     *
     * @param listedAt when the call began, or came
     */
    record Place(Instant listedAt, String callId) {
        public Place {
            Objects.requireNonNull(listedAt, "listedAt");
            Objects.requireNonNull(callId, "callId");
        }

        /** Before every call that is listed at or after this moment. */
        public static Place before(Instant from) {
            return new Place(from, "");
        }
    }

    /**
     * A call as it is stored.
     *
     * @param transcribed the transcript that is shown, as the event that brought it
     * @param analysis of that transcript, the current one
     */
    record StoredCall(Place place, CallTranscribed transcribed, CallAnalysis analysis) {
        public StoredCall {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(transcribed, "transcribed");
            Objects.requireNonNull(analysis, "analysis");
        }
    }

    /** How many analyzed calls are listed from a moment on and before another one. */
    long count(Instant from, Instant to);

    /**
     * The next calls in their order.
     *
     * @param after the last one that was taken
     * @param to calls are listed before this moment
     * @param most how many places to look at
     * @param taker gets them one by one
     * @return the last place that was looked at; {@code after} itself when there is none left
     */
    Place next(Place after, Instant to, int most, Consumer<StoredCall> taker);
}
