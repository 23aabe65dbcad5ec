package io.callscope.analytics.llm.parked;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Port: which calls are parked, for people. Implementations are thread-safe; every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface ParkedList {
    /** Longest parked first. */
    Page find(Filter filter, int limit, long offset, TeamScope scope);

    /**
     * Asks for calls to be taken up again, longest parked first; the service does so by and by. One that was asked for
     * already stays so and counts.
     *
     * @param limit calls at the most
     * @return the calls
     */
    List<CallId> ask(Filter filter, int limit, TeamScope scope);

    /**
     * Which parked calls are meant. A null component does not filter.
     *
     * @param reason id of an {@link io.callscope.analytics.llm.ask.LlmFailure}
     */
    record Filter(@Nullable String reason, @Nullable CallId call) {
        public static Filter everything() {
            return new Filter(null, null);
        }
    }

    /**
     * A parked call.
     *
     * @param startedAt when it began; null when that is not known
     * @param reason id of an {@link io.callscope.analytics.llm.ask.LlmFailure}
     * @param detail for people: task, figures, what was expected
     * @param since when it was parked first
     * @param times how often it was parked
     * @param parkedAt when it was parked last
     * @param askedAt when somebody asked for it to be taken up; null when nobody did since
     */
    record Entry(
            CallId callId,
            @Nullable Instant startedAt,
            String reason,
            String detail,
            Instant since,
            int times,
            Instant parkedAt,
            @Nullable Instant askedAt) {
        public Entry {
            Objects.requireNonNull(callId, "callId");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(parkedAt, "parkedAt");
        }
    }

    /**
     * How many calls wait for one reason.
     *
     * @param oldest since when the first of them is parked
     * @param asked how many of them were asked for
     */
    record ByReason(String reason, long calls, Instant oldest, long asked) {}

    /**
     * Some of them.
     *
     * @param total all that the filter holds for
     * @param by how many there are by reason, whatever the filter; most first
     */
    record Page(List<Entry> calls, long total, List<ByReason> by) {
        public Page {
            calls = List.copyOf(calls);
            by = List.copyOf(by);
        }
    }
}
