package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.analytics.rules.Match;
import io.callscope.analytics.rules.PatternMatcher.Claim;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why the rules hear what they hear. Immutable.
 *
 * @param result what they say in the end
 * @param steps in order of time; marks that only example phrases made stand last
 */
public record Explanation(Classification result, List<Step> steps) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** What becomes of words that a pattern found. */
    public enum Fate {
        /** They make a mark or a signal. */
        COUNTS,
        /** They tell stage, reason, cause or resolution, and make no mark of their own. */
        TELLS,
        /** An exclusion is near. */
        EXCLUDED,
        /** A hint that needs a second one in the call. */
        TOO_UNSURE,
        /** Another code has these words, or this one yields to it. */
        TAKEN,
        /** The example phrases find it implausible. */
        IMPLAUSIBLE,
        /** In this call nothing is judged. */
        NOT_JUDGED;

        /** The word for this value in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A pattern that fired, or an example phrase that is near.
     *
     * @param target code, or what else it speaks for, such as {@code signal:churn-threat}
     * @param pattern as written in its file; null for an example phrase
     * @param excludedBy the exclusion as written; null without one
     * @param words that were said
     * @param confidence of this alone, 0 to 1
     */
    public record Step(
            String target,
            @Nullable String pattern,
            @Nullable String excludedBy,
            Party party,
            String words,
            double confidence,
            Fate fate) {}

    static Explanation of(List<Claim> claims, Classification result, Codebook codebook, Transcript transcript) {
        List<Match> counting = Claim.counting(claims);
        Map<String, List<Match>> byTarget = counting.stream().collect(Collectors.groupingBy(Match::target));
        Map<String, List<Match>> kept = new Thoughts(codebook).decide(counting);
        Set<String> marked = result.marks().stream().map(Mark::code).collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>();
        for (Claim claim : claims) {
            Match match = claim.match();
            Match excludedBy = claim.excludedBy();
            steps.add(new Step(
                    match.target(),
                    match.pattern().source(),
                    excludedBy == null ? null : excludedBy.pattern().source(),
                    match.party(),
                    words(match.evidence(), transcript),
                    Confidence.of(match),
                    excludedBy == null ? fate(match, byTarget, kept, marked, result, codebook) : Fate.EXCLUDED));
        }
        result.marks().stream()
                .filter(mark -> mark.classifier().equals(SecondOpinion.KIND))
                .map(mark -> new Step(
                        mark.code(),
                        null,
                        null,
                        mark.party(),
                        words(mark.evidence(), transcript),
                        mark.confidence(),
                        Fate.COUNTS))
                .forEach(steps::add);
        return new Explanation(result, steps);
    }

    private static Fate fate(
            Match match,
            Map<String, List<Match>> byTarget,
            Map<String, List<Match>> kept,
            Set<String> marked,
            Classification result,
            Codebook codebook) {
        boolean unsure = Confidence.together(byTarget.getOrDefault(match.target(), List.of())) < Confidence.LEAST;
        if (match.target().startsWith(PatternTargets.SIGNAL)) {
            return unsure ? Fate.TOO_UNSURE : Fate.COUNTS;
        }
        if (codebook.code(match.target()).isEmpty()) {
            return Fate.TELLS;
        }
        if (unsure) {
            return Fate.TOO_UNSURE;
        }
        List<Match> own = kept.getOrDefault(match.target(), List.of());
        if (!own.contains(match)) {
            return Fate.TAKEN;
        }
        if (marked.contains(match.target())) {
            return Fate.COUNTS;
        }
        if (Confidence.together(own) < Confidence.LEAST) {
            return Fate.TOO_UNSURE;
        }
        return result.verdict() == Verdict.JUDGED ? Fate.IMPLAUSIBLE : Fate.NOT_JUDGED;
    }

    private static String words(List<Evidence> evidence, Transcript transcript) {
        return evidence.stream()
                .map(place -> transcript
                        .utterances()
                        .get(place.utteranceId())
                        .text()
                        .substring(place.startChar(), place.endChar()))
                .collect(Collectors.joining(" … "));
    }
}
