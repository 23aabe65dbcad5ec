package io.callscope.analytics.llm;

import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.classify.MarkDefaults;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.mark.Places;
import io.callscope.model.analysis.Disagreement;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The model's verdicts with the rules as a recall net. The model decides; what both hear is one mark of both; what only
 * the rules hear stays when they are sure of it and the model says nothing else of the same words. Signals are the
 * rules' alone. Whatever the two say differently is told. Immutable.
 */
final class Hybrid {
    /** Stands on a mark that the model and the rules made. */
    static final String BOTH = "both";

    private static final double MOST = 0.95;

    private final Codebook codebook;
    private final double recallNet;

    Hybrid(Codebook codebook, double recallNet) {
        this.codebook = codebook;
        this.recallNet = recallNet;
    }

    /** What the call is said to be, and where the two differ. */
    record Combined(Classification heard, List<Disagreement> disagreements) {}

    Combined of(Classification rules, ModelHeard model) {
        List<Disagreement> differences = new ArrayList<>();
        String reason = reason(rules, model, differences);
        List<Mark> marks = marks(rules.marks(), model.marks(), reason, differences);
        RepeatContact repeat = repeat(rules.repeat(), model.repeat(), differences);
        Resolution resolution = MarkDefaults.ended(resolution(rules, model, differences), marks);
        return new Combined(
                new Classification(Verdict.JUDGED, marks, rules.signals(), reason, repeat, resolution),
                List.copyOf(differences));
    }

    private static String reason(Classification rules, ModelHeard model, List<Disagreement> differences) {
        if (!isNamed(model.contactReason())) {
            return isNamed(rules.contactReason()) ? rules.contactReason() : model.contactReason();
        }
        if (isNamed(rules.contactReason()) && !rules.contactReason().equals(model.contactReason())) {
            differences.add(new Disagreement(Disagreement.REASON, model.contactReason(), rules.contactReason()));
        }
        return model.contactReason();
    }

    private static boolean isNamed(String reason) {
        return !reason.equals(Circumstances.OTHER) && !reason.equals(Circumstances.NOT_UNDERSTOOD);
    }

    private static Resolution resolution(Classification rules, ModelHeard model, List<Disagreement> differences) {
        if (model.resolution() == Resolution.UNKNOWN) {
            return rules.resolution();
        }
        if (rules.resolution() != Resolution.UNKNOWN && rules.resolution() != model.resolution()) {
            differences.add(new Disagreement(
                    Disagreement.RESOLUTION,
                    model.resolution().id(),
                    rules.resolution().id()));
        }
        return model.resolution();
    }

    private static RepeatContact repeat(RepeatContact rules, RepeatContact model, List<Disagreement> differences) {
        if (rules.said() != model.said()) {
            differences.add(disagreement(Disagreement.REPEAT, model.said()));
        }
        if (!model.said() || !rules.said()) {
            return model.said() ? model : rules;
        }
        return new RepeatContact(
                true,
                model.contactNumber() != null ? model.contactNumber() : rules.contactNumber(),
                Circumstances.NO_CAUSE.equals(model.cause()) ? rules.cause() : model.cause(),
                union(model.evidence(), rules.evidence()));
    }

    private List<Mark> marks(List<Mark> rules, List<Mark> model, String reason, List<Disagreement> differences) {
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : model) {
            Optional<Mark> same = ofCode(mark.code(), rules);
            if (same.isEmpty()) {
                differences.add(disagreement(mark.code(), true));
            }
            marks.add(same.map(other -> both(mark, other, reason)).orElseGet(() -> owned(mark, reason)));
        }
        for (Mark mark : rules) {
            if (ofCode(mark.code(), model).isEmpty()) {
                differences.add(disagreement(mark.code(), false));
                boolean taken = model.stream().anyMatch(other -> Places.overlap(other, mark));
                if (mark.confidence() >= recallNet && !taken) {
                    marks.add(owned(mark, reason));
                }
            }
        }
        marks.sort(
                Comparator.comparingLong((Mark mark) -> mark.evidence().get(0).startMs())
                        .thenComparing(Mark::code));
        return List.copyOf(marks);
    }

    private static Optional<Mark> ofCode(String code, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.code().equals(code)).findFirst();
    }

    private static Disagreement disagreement(String about, boolean byModel) {
        return byModel
                ? new Disagreement(about, Disagreement.HEARD, Disagreement.NOT_HEARD)
                : new Disagreement(about, Disagreement.NOT_HEARD, Disagreement.HEARD);
    }

    /** The model says where it arose; the heavier severity counts: the rules know which barrier a threat stands by. */
    private Mark both(Mark model, Mark rules, String reason) {
        double doubt = (1 - model.confidence()) * (1 - rules.confidence());
        return new Mark(
                model.force(),
                model.code(),
                model.polarity(),
                model.stage(),
                Math.max(model.severity(), rules.severity()),
                model.party(),
                union(model.evidence(), rules.evidence()),
                owner(model, reason),
                Math.min(MOST, Math.round((1 - doubt) * 100) / 100.0),
                BOTH);
    }

    /** The department follows from what the call is about, which may be decided otherwise by now. */
    private Mark owned(Mark mark, String reason) {
        return new Mark(
                mark.force(),
                mark.code(),
                mark.polarity(),
                mark.stage(),
                mark.severity(),
                mark.party(),
                mark.evidence(),
                owner(mark, reason),
                mark.confidence(),
                mark.classifier());
    }

    private String owner(Mark mark, String reason) {
        return codebook.code(mark.code()).map(code -> code.ownerFor(reason)).orElse(mark.owner());
    }

    private static List<Evidence> union(List<Evidence> one, List<Evidence> other) {
        return Places.union(Stream.concat(one.stream(), other.stream()).toList());
    }
}
