package io.callscope.analytics.llm.mark;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.llm.evidence.Located;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A barrier or a driver by the model whose words were found. Immutable.
 *
 * @param vote which of the answers to the same question it is of
 * @param code what it is
 * @param stage where it arose by the model; null when it cannot tell
 * @param severity by the model, 0 to 3
 * @param party who says the words, by the transcript
 * @param located the words
 */
record LocatedClaim(int vote, CodeDefinition code, @Nullable String stage, int severity, Party party, Located located) {
    LocatedClaim {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(located, "located");
    }

    Evidence evidence() {
        return located.evidence();
    }

    boolean sharesWordsWith(LocatedClaim other) {
        return Places.overlap(evidence(), other.evidence());
    }
}
