package io.callscope.analytics.accuracy.input;

import io.callscope.statistics.drift.ClusteredCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of two times by the bins of one feature.
 *
 * @param feature id of an {@link InputFeature}, or the key of an item that the machine answers
 * @param bins their names, in an order that both counts follow
 * @param reference calls of the weeks that the machine was checked on
 * @param now calls of the week that is compared
 * @param referenceMean of what is measured; null of what is named
 * @param nowMean of what is measured; null of what is named, and without calls
 */
public record InputCounts(
        String feature,
        List<String> bins,
        ClusteredCounts reference,
        ClusteredCounts now,
        @Nullable Double referenceMean,
        @Nullable Double nowMean) {
    /** The bin of names that too few calls have. */
    public static final String RARE = "~rare";

    public InputCounts {
        bins = List.copyOf(bins);
        if (reference.bins().size() != bins.size() || now.bins().size() != bins.size()) {
            throw new IllegalArgumentException("feature %s: %d and %d counts for %d bins, expected one each"
                    .formatted(feature, reference.bins().size(), now.bins().size(), bins.size()));
        }
    }
}
