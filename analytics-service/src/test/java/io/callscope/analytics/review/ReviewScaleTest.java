package io.callscope.analytics.review;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.analysis.Force;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewScaleTest {
    private final ReviewScale scale = new ReviewScale(
            "service",
            "v1",
            Set.of("greeting", "polite"),
            Map.of(Force.CERTAINTY, Set.of("certainty.no-deadline")),
            Set.of("not-resolved"));

    private static List<ReviewAnswer> whole() {
        List<ReviewAnswer> answers = new ArrayList<>();
        answers.add(ReviewAnswer.of(Subject.CRITERION, "greeting", "met"));
        answers.add(ReviewAnswer.of(Subject.CRITERION, "polite", "not-applicable"));
        for (Force force : Force.values()) {
            answers.add(ReviewAnswer.of(Subject.FORCE, force.id(), "no"));
        }
        answers.add(ReviewAnswer.of(Subject.REPEAT, "", "no"));
        answers.add(ReviewAnswer.of(Subject.RESOLUTION, "", "resolved"));
        answers.add(ReviewAnswer.of(Subject.RECOGNITION, "", "good"));
        return answers;
    }

    private static List<ReviewAnswer> wholeWith(ReviewAnswer... others) {
        List<ReviewAnswer> answers = whole();
        for (ReviewAnswer other : others) {
            answers.removeIf(
                    one -> one.subject() == other.subject() && one.item().equals(other.item()));
            answers.add(other);
        }
        return answers;
    }

    @Test
    void takesAWholeReview() {
        assertThatCode(() -> scale.check(whole())).doesNotThrowAnyException();
        assertThatCode(() -> scale.check(wholeWith(
                        new ReviewAnswer(Subject.FORCE, "certainty", "yes", 2, null, null),
                        ReviewAnswer.of(Subject.CODE, "certainty.no-deadline", "yes"),
                        ReviewAnswer.of(Subject.REPEAT, "", "yes"),
                        ReviewAnswer.of(Subject.CAUSE, "not-resolved", "yes"))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsMissing() {
        // Given
        List<ReviewAnswer> answers = whole();
        answers.removeIf(answer -> answer.item().equals("polite"));

        // When, Then
        assertThatThrownBy(() -> scale.check(answers)).hasMessage("criterion polite: expected an answer");
    }

    @Test
    void namesWhatIsNotOfTheScale() {
        assertThatThrownBy(() -> scale.check(wholeWith(ReviewAnswer.of(Subject.CRITERION, "greeting", "perfect"))))
                .hasMessage("criterion greeting \"perfect\": expected one of met, not-applicable, not-met, unscored");
        assertThatThrownBy(() -> scale.check(wholeWith(ReviewAnswer.of(Subject.CRITERION, "unknown", "met"))))
                .hasMessage("criterion unknown \"unknown\": expected one of greeting, polite");
    }

    @Test
    void takesACodeOnlyAfterABarrierAndACauseOnlyAfterARepeat() {
        assertThatThrownBy(() -> scale.check(wholeWith(ReviewAnswer.of(Subject.CODE, "certainty.no-deadline", "yes"))))
                .hasMessage("code certainty.no-deadline: expected a barrier to its force first");
        assertThatThrownBy(() -> scale.check(wholeWith(ReviewAnswer.of(Subject.CAUSE, "not-resolved", "yes"))))
                .hasMessage("cause not-resolved: expected a repeat contact first");
    }

    @Test
    void wantsASeverityExactlyWithABarrier() {
        assertThatThrownBy(() -> scale.check(wholeWith(ReviewAnswer.of(Subject.FORCE, "status", "yes"))))
                .hasMessage("force status, severity null: expected 1 to 3 exactly with a barrier");
        assertThatThrownBy(() ->
                        scale.check(wholeWith(new ReviewAnswer(Subject.CRITERION, "greeting", "met", 1, null, null))))
                .hasMessageStartingWith("criterion greeting, severity 1: expected");
    }

    @Test
    void takesOneAnswerToOneQuestion() {
        // Given
        List<ReviewAnswer> answers = whole();
        answers.add(ReviewAnswer.of(Subject.CRITERION, "greeting", "not-met"));

        // When, Then
        assertThatThrownBy(() -> scale.check(answers)).hasMessage("criterion greeting: expected one answer");
    }
}
