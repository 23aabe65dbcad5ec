package io.callscope.analytics.web.review;

import io.callscope.analytics.review.Dispute;
import io.callscope.analytics.review.Subject;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Resolution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a decision.
 *
 * @param call without anything that the machine says of it
 * @param form what has been typed
 * @param refused why what was sent is no decision; null when nothing was refused
 */
public record DisputeView(
        CallView call,
        Dispute dispute,
        Scorecard scorecard,
        ReviewForm form,
        @Nullable String refused) {
    public View view() {
        return call.view();
    }

    public String field(Dispute.Item item) {
        return ReviewForm.name(item.subject(), item.item());
    }

    /** What it is about, in words. */
    public String name(Dispute.Item item) {
        View v = view();
        return switch (item.subject()) {
            case CRITERION ->
                scorecard.criteria().stream()
                        .filter(one -> one.id().equals(item.item()))
                        .map(one -> one.name().in(v.tag()))
                        .findFirst()
                        .orElse(item.item());
            case FORCE -> v.t("review.force", v.label(Kind.FORCE, item.item()));
            case CODE -> v.code(item.item());
            case CAUSE -> v.label(Kind.CAUSE, item.item());
            case REPEAT -> v.t("review.repeat");
            case RESOLUTION -> v.t("call.resolution");
            case RECOGNITION -> v.t("review.recognition");
        };
    }

    /** What the two say, in words. */
    public String said(Dispute.Item item) {
        String both = item.answers().stream()
                .map(answer -> word(item.subject(), answer))
                .collect(Collectors.joining(" / "));
        return item.answers().size() > 1 ? both : both + " / " + view().t("review.unnamed");
    }

    public String word(Subject subject, String answer) {
        return ComparedView.words(view(), subject, answer);
    }

    /** What may be decided. */
    public List<String> choices(Dispute.Item item) {
        return switch (item.subject()) {
            case CRITERION -> Arrays.stream(Answer.values()).map(Answer::id).toList();
            case FORCE, CODE, CAUSE, REPEAT -> List.of("yes", "no");
            case RESOLUTION ->
                Arrays.stream(Resolution.values()).map(Resolution::id).toList();
            case RECOGNITION -> List.of("good", "bad");
        };
    }

    public boolean isForce(Dispute.Item item) {
        return item.subject() == Subject.FORCE;
    }
}
