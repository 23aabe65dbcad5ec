package io.callscope.standalone.month;

import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A simulated call. Immutable.
 *
 * @param arrivesAt when it is sent: some days late for a few
 * @param number the customer's phone number, of a range that is nobody's; null when it is hidden
 * @param forwarded whether the source says that it was forwarded
 * @param turns what is said, in order of time
 */
public record MonthCall(
        String id,
        Instant startedAt,
        Instant arrivesAt,
        @Nullable String number,
        Agent agent,
        String queue,
        String product,
        Direction direction,
        boolean forwarded,
        List<Turn> turns,
        MonthTruth truth) {
    public MonthCall {
        Objects.requireNonNull(id, "id");
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("call %s: expected something said".formatted(id));
        }
    }

    public long durationMs() {
        return turns.get(turns.size() - 1).endMs();
    }

    /** Who takes calls. */
    public record Agent(String id, String name, String team) {}

    /** Something said without a pause, in milliseconds from the start. */
    public record Turn(Party party, long startMs, long endMs, String text) {}
}
