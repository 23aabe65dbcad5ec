package io.callscope.analytics.search;

import io.callscope.analytics.search.Criterion.Flagged;
import io.callscope.analytics.search.Criterion.Said;
import java.util.List;
import java.util.Optional;

/**
 * Which calls are asked for: those that meet every criterion.
 *
 * @param criteria none asks for every call
 */
public record CallFilter(List<Criterion> criteria) {
    public CallFilter {
        criteria = List.copyOf(criteria);
        if (criteria.stream().filter(Said.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("words to look for twice: expected once");
        }
    }

    /** Every call. */
    public static CallFilter everything() {
        return new CallFilter(List.of());
    }

    public static CallFilter of(Criterion... criteria) {
        return new CallFilter(List.of(criteria));
    }

    /** The words that are looked for, if any are. */
    public Optional<Said> words() {
        return criteria.stream()
                .filter(Said.class::isInstance)
                .map(Said.class::cast)
                .findFirst();
    }

    /** Only calls to check: they are worked by urgency. */
    public boolean isWork() {
        return criteria.contains(new Flagged(true));
    }
}
