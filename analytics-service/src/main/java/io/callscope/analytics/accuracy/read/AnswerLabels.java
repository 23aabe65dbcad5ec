package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.ScoredTotal;
import io.callscope.analytics.accuracy.read.EvidenceRows.InForce;
import io.callscope.analytics.accuracy.read.EvidenceRows.MachineAnswer;
import io.callscope.model.analysis.Force;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What machine and people say of one item in one call, out of the rows of the store. Stateless beside them. */
record AnswerLabels(Catalogue catalogue, EvidenceRows rows) {
    private static final String YES = "yes";
    private static final String NO = "no";

    static @Nullable MachineAnswer machine(Item item, ReviewedCallRow call, MachineLabels labels) {
        Set<String> forces = labels.forces().getOrDefault(call.call(), Set.of());
        return switch (item.kind()) {
            case CRITERION -> criteria(call, labels).get(item.id());
            case FORCE -> heard(item.isAnyForce() ? !forces.isEmpty() : forces.contains(item.id()));
            case CODE ->
                heard(labels.codes().getOrDefault(call.call(), Set.of()).contains(item.id()));
            case LINK, CAUSE -> null;
            case REPEAT -> call.repeat() == null ? null : heard(call.repeat());
        };
    }

    static Map<String, MachineAnswer> criteria(ReviewedCallRow call, MachineLabels labels) {
        return labels.criteria().getOrDefault(EvidenceRows.scored(call.call(), call.scorecard()), Map.of());
    }

    private static MachineAnswer heard(boolean heard) {
        return new MachineAnswer(heard ? YES : NO, null);
    }

    /** What a review says; null when nothing. */
    @Nullable
    Label said(Item item, long review) {
        Map<String, String> answers = rows.answers().getOrDefault(review, Map.of());
        if (item.isAnyForce()) {
            return anyForce(answers);
        }
        String subject = item.kind().id();
        String answer = answers.get(EvidenceRows.subject(subject, item.kind() == ItemKind.REPEAT ? "" : item.id()));
        if (answer == null && item.kind() == ItemKind.CODE) {
            // a code is given where its force has a barrier, and is not there everywhere else
            Force force = Objects.requireNonNull(catalogue.codes().get(item));
            answer = answers.containsKey(EvidenceRows.subject(ItemKind.FORCE.id(), force.id())) ? NO : null;
        }
        return answer == null ? null : label(answer);
    }

    /** One barrier is enough; that there is none is known of all forces together only. */
    private @Nullable Label anyForce(Map<String, String> answers) {
        List<String> given = catalogue.forces().stream()
                .map(force -> answers.getOrDefault(EvidenceRows.subject(ItemKind.FORCE.id(), force.id()), ""))
                .toList();
        if (given.contains(YES)) {
            return Label.MARKED;
        }
        return given.stream().allMatch(NO::equals) ? Label.CLEAR : null;
    }

    static @Nullable Label label(String answer) {
        return switch (answer) {
            case "not-met", YES -> Label.MARKED;
            case "met", NO -> Label.CLEAR;
            case "not-applicable" -> Label.NOT_APPLICABLE;
            default -> null;
        };
    }

    /** Over the criteria that machine and person have both scored, critical ones by their weight. */
    List<ScoredTotal> totals(String scorecard, Map<String, Integer> weights) {
        List<ScoredTotal> totals = new ArrayList<>();
        InForce inForce = rows.versions().get(scorecard);
        for (ReviewedCallRow call : rows.calls()) {
            if (inForce == null || !call.inForce() || !call.scorecard().equals(scorecard)) {
                continue;
            }
            int all = 0;
            int machine = 0;
            int people = 0;
            for (Map.Entry<String, Integer> criterion : weights.entrySet()) {
                MachineAnswer answer = criteria(call, rows.then()).get(criterion.getKey());
                Label said = said(Item.criterion(scorecard, criterion.getKey()), call.first());
                Label scored = answer == null ? null : label(answer.answer());
                if (isScored(said) && isScored(scored)) {
                    all += criterion.getValue();
                    machine += scored == Label.CLEAR ? criterion.getValue() : 0;
                    people += said == Label.CLEAR ? criterion.getValue() : 0;
                }
            }
            if (all > 0) {
                totals.add(new ScoredTotal(call.call(), 100.0 * machine / all, 100.0 * people / all));
            }
        }
        return totals;
    }

    private static boolean isScored(@Nullable Label label) {
        return label == Label.MARKED || label == Label.CLEAR;
    }
}
