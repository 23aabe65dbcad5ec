package io.callscope.statistics.sampling;

import io.callscope.statistics.Probabilities;
import java.util.List;

/**
 * How unsure the scores of one call are: √Σ ω_k p_k(1−p_k) over its items, because a person who listens to a call
 * scores all of them. Stateless, thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/2403.03208">Zrnic and Candès 2024</a>, for drawing in proportion to it
 */
public final class Uncertainty {
    private Uncertainty() {}

    /**
     * One item of one call.
     *
     * @param probability that the item is failed, or that people will disagree with the machine; 0 to 1
     * @param priority ω: 0 for an item that is automated and stable, 1 as usual, 2 for a critical one
     */
    public record Item(double probability, double priority) {
        public Item {
            Probabilities.share("probability", probability);
            if (!(priority >= 0 && priority < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("priority %s: expected 0 or more".formatted(priority));
            }
        }
    }

    /** u of a call; 0 without items that matter. */
    public static double of(List<Item> items) {
        return Math.sqrt(items.stream()
                .mapToDouble(item -> item.priority() * item.probability() * (1 - item.probability()))
                .sum());
    }

    /**
     * The probability to use where the machine states none: how often people disagreed with this answer of it, with one
     * agreement and one disagreement added.
     */
    public static double ofDisagreements(long disagreements, long reviewed) {
        if (disagreements < 0 || disagreements > reviewed) {
            throw new IllegalArgumentException(
                    "%d disagreements of %d: expected no more than reviews".formatted(disagreements, reviewed));
        }
        return (disagreements + 1.0) / (reviewed + 2);
    }
}
