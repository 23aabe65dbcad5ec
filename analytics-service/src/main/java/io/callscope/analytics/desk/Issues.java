package io.callscope.analytics.desk;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ReasonDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which contact reasons may be the same issue: the same reason, or a pair that the codebook lists as related, whichever
 * of the two lists it. Not transitive: a complaint is related to every reason, yet a refund is not a delivery. Immutable.
 */
public final class Issues {
    private final Set<List<String>> related = new HashSet<>();

    public Issues(List<ReasonDefinition> reasons) {
        for (ReasonDefinition reason : reasons) {
            for (String other : reason.related()) {
                related.add(List.of(reason.id(), other));
                related.add(List.of(other, reason.id()));
            }
        }
    }

    public static Issues of(Codebook codebook) {
        return new Issues(codebook.reasons());
    }

    /** Whether two calls of one customer with these reasons are about the same issue. */
    public boolean same(String reason, String other) {
        return reason.equals(other) || related.contains(List.of(reason, other));
    }
}
