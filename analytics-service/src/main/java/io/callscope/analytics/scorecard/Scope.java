package io.callscope.analytics.scorecard;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a scorecard is for. A call of which the source does not say what is asked here is none of them.
 *
 * @param direction who dialled; null for either
 * @param queues the only lines; empty for all
 * @param seconds the shortest call
 */
public record Scope(@Nullable Direction direction, Set<String> queues, int seconds) {
    public Scope {
        queues = Set.copyOf(queues);
    }

    /** Whether it is for a call of this length. */
    public boolean holds(CallMetadata call, long durationMs) {
        String queue = call.queue();
        return (direction == null || direction == call.direction())
                && (queues.isEmpty() || queue != null && queues.contains(queue))
                && durationMs >= seconds * 1_000L;
    }
}
