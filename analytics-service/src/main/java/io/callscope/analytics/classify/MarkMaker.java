package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.analytics.codebook.SignalDefinition;
import io.callscope.analytics.codebook.StageDefinition;
import io.callscope.analytics.rules.Match;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes marks out of what the patterns found. Immutable. */
final class MarkMaker {
    private static final int MAY_LEAVE = 3;

    private final Codebook codebook;
    private final Thoughts thoughts;
    private final MarkDefaults defaults;

    MarkMaker(Codebook codebook) {
        this.codebook = codebook;
        this.thoughts = new Thoughts(codebook);
        this.defaults = new MarkDefaults(codebook);
    }

    /** What else is known of the call when its marks are made. */
    record Around(
            CallMetadata metadata,
            Transcript transcript,
            String contactReason,
            boolean repeat,
            Resolution resolution,
            @Nullable SecondOpinion secondOpinion) {}

    List<Mark> marks(Findings findings, Around around) {
        List<Mark> marks = new ArrayList<>();
        for (Map.Entry<String, List<Match>> code :
                thoughts.decide(findings.all()).entrySet()) {
            if (Confidence.together(code.getValue()) >= Confidence.LEAST) {
                Mark mark = mark(codebook.code(code.getKey()).orElseThrow(), code.getValue(), findings, around);
                if (isPlausible(mark, around.secondOpinion())) {
                    marks.add(mark);
                }
            }
        }
        marks.addAll(unforeseen(marks, around));
        marks.sort(
                Comparator.comparingLong((Mark mark) -> mark.evidence().get(0).startMs())
                        .thenComparing(Mark::code));
        return threatened(marks, findings);
    }

    private static boolean isPlausible(Mark mark, @Nullable SecondOpinion opinion) {
        return opinion == null
                || mark.polarity() == Polarity.DRIVER
                || opinion.confirms(mark.force(), mark.party(), mark.evidence());
    }

    /** What only the examples hear, where no pattern found the same force. */
    private List<Mark> unforeseen(List<Mark> marks, Around around) {
        SecondOpinion opinion = around.secondOpinion();
        if (opinion == null) {
            return List.of();
        }
        Set<Force> found = EnumSet.noneOf(Force.class);
        for (Mark mark : marks) {
            if (mark.polarity() == Polarity.BARRIER) {
                found.add(mark.force());
            }
        }
        return opinion.unforeseen(found).stream()
                .map(heard -> mark(codebook.code(heard.code()).orElseThrow(), heard, around))
                .toList();
    }

    private Mark mark(CodeDefinition code, SecondOpinion.Heard heard, Around around) {
        String ofReason = codebook.reason(around.contactReason())
                .map(reason -> reason.stage())
                .orElse(null);
        String stage = code.stageFixed() || ofReason == null ? code.stage() : ofReason;
        return new Mark(
                code.force(),
                code.id(),
                code.polarity(),
                stage,
                severity(code, List.of(), around),
                heard.party(),
                List.of(heard.evidence()),
                code.ownerFor(around.contactReason()),
                Math.round(heard.confidence() * 100) / 100.0,
                SecondOpinion.KIND);
    }

    private Mark mark(CodeDefinition code, List<Match> matches, Findings findings, Around around) {
        Party party = matches.get(0).party();
        List<Evidence> evidence = Findings.evidenceOf(matches);
        double confidence = Confidence.heard(Confidence.together(matches), party, evidence, around.transcript());
        return new Mark(
                code.force(),
                code.id(),
                code.polarity(),
                stage(code, matches, findings, around),
                severity(code, matches, around),
                party,
                evidence,
                code.ownerFor(around.contactReason()),
                Math.round(confidence * 100) / 100.0,
                RulesClassifier.KIND);
    }

    private static int severity(CodeDefinition code, List<Match> matches, Around around) {
        if (code.polarity() == Polarity.DRIVER) {
            return 0;
        }
        int said = matches.stream()
                .mapToInt(match -> match.pattern().options().severity())
                .max()
                .orElse(0);
        if (said > 0) {
            return said;
        }
        return MarkDefaults.severity(code, around.resolution(), around.repeat());
    }

    /** Where the problem arose: what is said about it, then what the call is about, then what the source knew. */
    private String stage(CodeDefinition code, List<Match> matches, Findings findings, Around around) {
        if (code.stageFixed()) {
            return code.stage();
        }
        for (Match match : matches) {
            String stage = match.pattern().options().stage();
            if (stage != null) {
                return stage;
            }
        }
        String spoken = spokenStage(matches, findings);
        if (spoken != null) {
            return spoken;
        }
        return defaults.stage(code, around.contactReason(), around.metadata());
    }

    private @Nullable String spokenStage(List<Match> matches, Findings findings) {
        Set<Integer> passages = new HashSet<>();
        matches.forEach(match -> passages.add(match.passage()));
        Map<String, Double> weights = new HashMap<>();
        String heaviest = null;
        for (StageDefinition stage : codebook.stages()) {
            double weight = findings.of(PatternTargets.STAGE + stage.id()).stream()
                    .filter(match -> passages.contains(match.passage()))
                    .mapToDouble(Confidence::of)
                    .sum();
            weights.put(stage.id(), weight);
            if (weight > 0 && (heaviest == null || weight > weights.getOrDefault(heaviest, 0.0))) {
                heaviest = stage.id();
            }
        }
        return heaviest;
    }

    /** A threat of the customer gives its severity to the barrier nearest to it, not to every barrier of the call. */
    private List<Mark> threatened(List<Mark> marks, Findings findings) {
        Set<Mark> nearest = new HashSet<>();
        for (SignalDefinition signal : codebook.signals()) {
            if (signal.threat()) {
                for (Match threat : findings.of(PatternTargets.SIGNAL + signal.id())) {
                    marks.stream()
                            .filter(mark -> mark.polarity() == Polarity.BARRIER)
                            .min(Comparator.comparingLong(mark -> distance(mark, threat)))
                            .ifPresent(nearest::add);
                }
            }
        }
        return marks.stream()
                .map(mark -> nearest.contains(mark) ? withSeverity(mark, MAY_LEAVE) : mark)
                .toList();
    }

    private static long distance(Mark mark, Match threat) {
        return mark.evidence().stream()
                .mapToLong(place -> Math.abs(place.startMs() - threat.startMs()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Mark withSeverity(Mark mark, int severity) {
        return new Mark(
                mark.force(),
                mark.code(),
                mark.polarity(),
                mark.stage(),
                severity,
                mark.party(),
                mark.evidence(),
                mark.owner(),
                mark.confidence(),
                mark.classifier());
    }
}
