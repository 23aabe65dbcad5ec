package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.Population;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of the version of the machine that scores calls now, of which a share's errors can be told. Those that a
 * simulation gave are none.
 *
 * @param calls by the item's key; an item without any may be missing
 * @param since when that version scored its first call; null when it has scored none
 */
public record Reviewed(
        Map<String, List<CheckedCall>> calls, @Nullable Instant since) {
    public Reviewed {
        calls = Map.copyOf(calls);
    }

    /** Nobody has reviewed anything. */
    public static Reviewed nothing() {
        return new Reviewed(Map.of(), null);
    }

    /**
     * A share of some calls with the machine's errors taken out, as often as it makes them in the reviewed ones.
     *
     * @param marked calls that it marked
     * @param all calls that it has a label for
     */
    public Corrected corrected(Item item, long marked, long all) {
        return Corrected.pooled(new Population(marked, all), calls.getOrDefault(item.key(), List.of()));
    }
}
