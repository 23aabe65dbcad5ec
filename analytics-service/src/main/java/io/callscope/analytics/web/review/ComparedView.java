package io.callscope.analytics.web.review;

import io.callscope.analytics.evaluation.Evaluation;
import io.callscope.analytics.evaluation.EvaluationAnswer;
import io.callscope.analytics.review.Review;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.review.Subject;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Machine and person side by side, after the person has said what he thinks.
 *
 * @param form for a changed mind, filled in as he said last
 * @param own his reviews, the blind one first
 * @param rows criteria, forces, repeat and resolution
 */
public record ComparedView(ReviewView form, List<Review> own, List<Row> rows) {
    /**
     * One thing that both speak of.
     *
     * @param mine what he said blind
     * @param now what he says now; the same when he has not changed his mind
     * @param machine what the machine says; null when it says nothing
     * @param why it says nothing; null when it does
     */
    public record Row(
            String name,
            String mine,
            String now,
            @Nullable String machine,
            @Nullable String why,
            boolean apart) {}

    static ComparedView of(ReviewView form, List<Review> own, @Nullable Evaluation evaluation, CallDetail detail) {
        List<Row> rows = new ArrayList<>();
        View v = form.view();
        for (Criterion criterion : form.scorecard().criteria()) {
            rows.add(criterion(form, own, criterion, evaluation));
        }
        CallAnalysis analysis =
                detail.analysis() == null ? null : detail.analysis().analysis();
        if (analysis != null) {
            for (Force force : Force.values()) {
                boolean barrier = analysis.marks().stream()
                        .anyMatch(mark -> mark.force() == force && mark.polarity() == Polarity.BARRIER);
                rows.add(row(v, own, Subject.FORCE, force.id(), v.force(force), barrier ? "yes" : "no", null));
            }
            rows.add(row(
                    v,
                    own,
                    Subject.REPEAT,
                    "",
                    v.t("review.repeat"),
                    analysis.repeat().said() ? "yes" : "no",
                    null));
            rows.add(row(
                    v,
                    own,
                    Subject.RESOLUTION,
                    "",
                    v.t("call.resolution"),
                    analysis.resolution().id(),
                    null));
        }
        return new ComparedView(form, List.copyOf(own), rows);
    }

    private static Row criterion(
            ReviewView form, List<Review> own, Criterion criterion, @Nullable Evaluation evaluation) {
        Optional<EvaluationAnswer> machine = evaluation == null
                ? Optional.empty()
                : evaluation.answers().stream()
                        .filter(one -> one.criterion().equals(criterion.id()))
                        .findFirst();
        boolean scored = machine.isPresent() && machine.get().reason() == null;
        String why = machine.isPresent() && machine.get().reason() != null
                ? form.view().t("unscored." + machine.get().reason().id())
                : null;
        return row(
                form.view(),
                own,
                Subject.CRITERION,
                criterion.id(),
                form.name(criterion),
                scored ? machine.get().answer().id() : null,
                why);
    }

    private static Row row(
            View v,
            List<Review> own,
            Subject subject,
            String item,
            String name,
            @Nullable String machine,
            @Nullable String why) {
        String first = answer(own.get(0), subject, item);
        String last = answer(own.get(own.size() - 1), subject, item);
        return new Row(
                name,
                words(v, subject, first),
                words(v, subject, last),
                machine == null ? null : words(v, subject, machine),
                why,
                machine != null && !machine.equals(first));
    }

    private static String answer(Review review, Subject subject, String item) {
        return review.answers().stream()
                .filter(one -> one.subject() == subject && one.item().equals(item))
                .map(ReviewAnswer::answer)
                .findFirst()
                .orElse("");
    }

    /** An answer in words. */
    static String words(View v, Subject subject, String answer) {
        if (answer.isEmpty()) {
            return "–";
        }
        return switch (subject) {
            case CRITERION -> v.t("answer." + answer);
            case RESOLUTION -> v.t("resolution." + answer);
            case FORCE, CODE, REPEAT, CAUSE -> v.t("review." + answer);
            case RECOGNITION -> v.t("review.recognition." + answer);
        };
    }

    public View view() {
        return form.view();
    }

    /** How many of what both say differ. */
    public long apart() {
        return rows.stream().filter(Row::apart).count();
    }

    public boolean hasChanged() {
        return own.size() > 1;
    }
}
