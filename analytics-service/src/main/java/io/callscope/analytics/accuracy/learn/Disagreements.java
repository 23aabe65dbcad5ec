package io.callscope.analytics.accuracy.learn;

import io.callscope.analytics.accuracy.Item;
import java.time.LocalDate;
import java.util.List;

/**
 * What one may learn of an item.
 *
 * @param item which one
 * @param open on calls that were drawn for tuning, or of weeks that were opened; the newest first
 * @param more how many further ones there are that are not listed
 * @param kept weeks of which evaluation calls are kept shut, the newest first
 * @param burnt weeks that were opened, the newest first
 */
public record Disagreements(Item item, List<Disagreement> open, int more, List<Kept> kept, List<BurntBatch> burnt) {
    public Disagreements {
        open = List.copyOf(open);
        kept = List.copyOf(kept);
        burnt = List.copyOf(burnt);
    }

    /**
     * Evaluation calls of a week, as evidence about the machine.
     *
     * @param week its Monday
     * @param reviewed how many have both scores; which of them differ stays hidden
     */
    public record Kept(LocalDate week, long reviewed) {}
}
