package io.callscope.model.analysis;

import io.callscope.model.call.Party;
import java.util.List;
import java.util.Objects;

/**
 * One thought of the customer: a barrier to a force or a driver of it, as heard in the call.
 *
 * @param force the force
 * @param code full code of the codebook, such as {@code certainty.no-deadline}
 * @param polarity barrier or driver
 * @param stage id of the journey stage where it arose
 * @param severity of a barrier 1 irritation, 2 obstacle, 3 the customer may leave; 0 for a driver
 * @param party who said it
 * @param evidence where; never empty
 * @param owner id of the department that must act
 * @param confidence 0 to 1
 * @param classifier what produced the mark, such as {@code rules}
 */
public record Mark(
        Force force,
        String code,
        Polarity polarity,
        String stage,
        int severity,
        Party party,
        List<Evidence> evidence,
        String owner,
        double confidence,
        String classifier) {
    public Mark {
        Objects.requireNonNull(force, "force");
        Objects.requireNonNull(polarity, "polarity");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(classifier, "classifier");
        evidence = List.copyOf(evidence);
        if (!code.startsWith(force.id() + ".")) {
            throw new IllegalArgumentException("code \"%s\": expected one of force %s".formatted(code, force.id()));
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("mark %s: expected evidence".formatted(code));
        }
        if (polarity == Polarity.BARRIER ? severity < 1 || severity > 3 : severity != 0) {
            throw new IllegalArgumentException(
                    "mark %s, severity %d: expected 1 to 3 for a barrier, 0 for a driver".formatted(code, severity));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("mark %s, confidence %s: expected 0 to 1".formatted(code, confidence));
        }
    }
}
