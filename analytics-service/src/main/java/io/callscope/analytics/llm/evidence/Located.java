package io.callscope.analytics.llm.evidence;

import io.callscope.model.analysis.Evidence;
import java.util.Objects;

/**
 * A quote that was found.
 *
 * @param evidence the transcript's own words
 * @param how how they were found
 */
public record Located(Evidence evidence, How how) {
    public Located {
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(how, "how");
    }
}
