package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.analytics.rules.Match;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.Party;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the call is about, whether it is a repeat, and how it ended. Immutable. */
public final class Circumstances {
    /** Reason of a call that fits no other. */
    public static final String OTHER = "other";
    /** Reason of a call that cannot be understood. */
    public static final String NOT_UNDERSTOOD = "not-understood";

    /** Cause of a repeat of which none is heard. */
    public static final String NO_CAUSE = "none";
    /** Cause that says that it is no repeat. */
    public static final String NEW_QUESTION = "new-question";

    private static final double EARLY_SHARE = 0.4;
    private static final double EARLY_WEIGHT = 2;
    private static final double AGENT_WEIGHT = 0.5;
    private static final double LATE_SHARE = 0.55;
    private static final double EARLY_END_WEIGHT = 0.35;
    private static final double DECIDED = 0.4;

    private final Codebook codebook;

    Circumstances(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The reason that most is said about, what is said early counting twice. */
    String contactReason(Findings findings) {
        String best = OTHER;
        double most = 0;
        for (ReasonDefinition reason : codebook.reasons()) {
            double weight = 0;
            for (Match match : findings.of(PatternTargets.REASON + reason.id())) {
                double early = match.startMs() < findings.call().durationMs() * EARLY_SHARE ? EARLY_WEIGHT : 1;
                double party = match.party() == Party.AGENT ? AGENT_WEIGHT : 1;
                weight += Confidence.of(match) * early * party;
            }
            if (weight > most) {
                most = weight;
                best = reason.id();
            }
        }
        return best;
    }

    /**
     * Whether the customer says that he calls again; the cause is the one he names, else the one his barriers suggest.
     *
     * @param barriers codes of the barriers heard, the first heard first
     */
    RepeatContact repeat(Findings findings, Collection<String> barriers) {
        List<Match> said = findings.of(PatternTargets.REPEAT_SAID);
        if (said.isEmpty() || Confidence.together(said) < Confidence.LEAST) {
            return RepeatContact.notSaid();
        }
        String cause = namedCause(findings);
        if (NEW_QUESTION.equals(cause)) {
            return RepeatContact.notSaid();
        }
        Integer number = said.stream()
                .map(match -> match.pattern().options().contactNumber())
                .filter(value -> value > 0)
                .max(Integer::compare)
                .orElse(null);
        return new RepeatContact(
                true, number, cause != null ? cause : suggestedCause(barriers), Findings.evidenceOf(said));
    }

    private @Nullable String namedCause(Findings findings) {
        String best = null;
        double most = 0;
        for (CauseDefinition cause : codebook.causes()) {
            double weight = findings.of(PatternTargets.CAUSE + cause.id()).stream()
                    .mapToDouble(Confidence::of)
                    .sum();
            if (weight > most) {
                most = weight;
                best = cause.id();
            }
        }
        return best;
    }

    private String suggestedCause(Collection<String> barriers) {
        for (String barrier : barriers) {
            String cause = codebook.code(barrier).map(code -> code.cause()).orElse(null);
            if (cause != null) {
                return cause;
            }
        }
        return NO_CAUSE;
    }

    /** How the question ended: what is said late weighs most. */
    Resolution resolution(Findings findings) {
        double resolved = weight(findings, Resolution.RESOLVED);
        double unresolved = weight(findings, Resolution.UNRESOLVED);
        double difference = resolved - unresolved;
        if (Math.abs(difference) < DECIDED) {
            return Resolution.UNKNOWN;
        }
        return difference > 0 ? Resolution.RESOLVED : Resolution.UNRESOLVED;
    }

    private static double weight(Findings findings, Resolution resolution) {
        double late = findings.call().durationMs() * LATE_SHARE;
        return findings.of(PatternTargets.RESOLUTION + resolution.id()).stream()
                .distinct()
                .mapToDouble(match -> Confidence.of(match) * (match.endMs() >= late ? 1 : EARLY_END_WEIGHT))
                .sum();
    }
}
