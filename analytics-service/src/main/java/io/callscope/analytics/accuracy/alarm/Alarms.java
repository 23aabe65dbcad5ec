package io.callscope.analytics.accuracy.alarm;

import io.callscope.model.accuracy.AccuracyAlarm;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Alarms from their beginning to their end. Implementations are thread-safe, also over several processes. Every method
 * throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Alarms {
    /**
     * Takes over what a report gives reason to alarm about: begins what is not open, ends what is no longer there. An
     * alarm of another version of the machine is another one. A report older than the last one taken over changes
     * nothing.
     *
     * @param told the kinds that the report says anything about; alarms of others stay as they are
     * @param now all of them
     * @param at of when the report is
     */
    void take(Set<AlarmKind> told, List<Alarm> now, Instant at);

    /**
     * Hands out every beginning and every end that was not published yet, the oldest first, and notes each once the
     * consumer returns. Two processes never hand out the same at once. When one ends between the consumer and the note,
     * the event is handed out again.
     *
     * @return how many
     */
    int publish(Consumer<AccuracyAlarm> events, Instant at);
}
