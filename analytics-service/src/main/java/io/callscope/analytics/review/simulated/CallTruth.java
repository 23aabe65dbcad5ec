package io.callscope.analytics.review.simulated;

import io.callscope.analytics.scorecard.Answer;
import io.callscope.model.analysis.Resolution;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would say of a simulated call who never errs. Immutable.
 *
 * @param criteria answers by criterion; of others nobody can tell
 * @param barriers ids of codes
 * @param repeats whether the customer calls again about the same
 * @param of the call of the contact that it repeats; null when it repeats none
 * @param cause id of why he calls again; null when he does not, or neither call tells
 */
public record CallTruth(
        Map<String, Answer> criteria,
        List<String> barriers,
        boolean repeats,
        @Nullable String of,
        @Nullable String cause,
        Resolution resolution) {
    public CallTruth {
        // in one order: the files of a month are the same with every start
        criteria = Collections.unmodifiableMap(new TreeMap<>(criteria));
        barriers = List.copyOf(barriers);
        Objects.requireNonNull(resolution, "resolution");
        if (!repeats && (of != null || cause != null)) {
            throw new IllegalArgumentException("no repeat of %s for %s: expected neither".formatted(of, cause));
        }
    }
}
