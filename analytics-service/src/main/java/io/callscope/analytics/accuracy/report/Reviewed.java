package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.Population;
import java.util.List;
import java.util.Map;

/**
 * What reviews say of the version of the machine that scores calls now, so that a share's errors can be told.
 *
 * @param rates by the item's key; an item without any may be missing
 * @param causes why customers call again, of contacts that the machine takes for repeats
 */
public record Reviewed(Map<String, ErrorRates> rates, List<CheckedCause> causes) {
    public Reviewed {
        rates = Map.copyOf(rates);
        causes = List.copyOf(causes);
    }

    /** Nobody has reviewed anything. */
    public static Reviewed nothing() {
        return new Reviewed(Map.of(), List.of());
    }

    /**
     * A share of some calls with the machine's errors taken out, as often as it makes them in the reviewed ones: of one
     * queue, team or week, each with its own part of marked calls. Not for a single agent: that the machine errs alike for
     * all of them together does not make it so for one.
     *
     * @param marked calls that it marked
     * @param all calls that it has a label for
     */
    public Corrected corrected(Item item, long marked, long all) {
        return Corrected.pooled(new Population(marked, all), of(item));
    }

    /** The same of all calls of some weeks; where nothing can be corrected, what people say of the weeks drawn from. */
    public Corrected ofWhole(Item item, long marked, long all) {
        return Corrected.whole(new Population(marked, all), of(item));
    }

    private ErrorRates of(Item item) {
        return rates.getOrDefault(item.key(), ErrorRates.NONE);
    }
}
