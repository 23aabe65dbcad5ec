package io.callscope.analytics.review.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.Subject;
import io.callscope.analytics.review.pairs.PairAnswer;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GivenAnswersTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final ReviewScale SCALE = Scorecards.load(ConfigDir.shipped(), CODEBOOK).all().stream()
            .filter(scorecard -> scorecard.id().equals("service"))
            .map(scorecard -> ReviewScale.of(scorecard, CODEBOOK))
            .findFirst()
            .orElseThrow();
    private static final CallTruth TRUTH = new CallTruth(
            Map.of("greeting", Answer.NOT_MET, "farewell", Answer.MET, "by-name", Answer.NOT_APPLICABLE),
            List.of("certainty.promise-broken"),
            true,
            "first",
            "promise-not-kept",
            Resolution.UNRESOLVED);

    private static List<ReviewAnswer> review(double errs, CallTruth truth) {
        return new GivenAnswers(errs, new SplittableRandom(1)).review(SCALE, truth);
    }

    private static String said(List<ReviewAnswer> answers, Subject subject, String item) {
        return answers.stream()
                .filter(one -> one.subject() == subject && one.item().equals(item))
                .map(ReviewAnswer::answer)
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void whoNeverErrsSaysWhatIsTrueInAReviewThatIsWhole() {
        // When
        List<ReviewAnswer> answers = review(0, TRUTH);

        // Then
        SCALE.check(answers);
        assertThat(said(answers, Subject.CRITERION, "greeting")).isEqualTo("not-met");
        assertThat(said(answers, Subject.CRITERION, "farewell")).isEqualTo("met");
        assertThat(said(answers, Subject.CRITERION, "by-name")).isEqualTo("not-applicable");
        assertThat(said(answers, Subject.CRITERION, "waiting")).isEqualTo("unscored");
        assertThat(said(answers, Subject.FORCE, "certainty")).isEqualTo("yes");
        assertThat(said(answers, Subject.CODE, "certainty.promise-broken")).isEqualTo("yes");
        assertThat(said(answers, Subject.FORCE, "status")).isEqualTo("no");
        assertThat(said(answers, Subject.REPEAT, "")).isEqualTo("yes");
        assertThat(said(answers, Subject.CAUSE, "promise-not-kept")).isEqualTo("yes");
        assertThat(said(answers, Subject.RESOLUTION, "")).isEqualTo("unresolved");
    }

    @Test
    void whoAlwaysErrsSaysTheContraryAndStillGivesAWholeReview() {
        // When
        List<ReviewAnswer> answers = review(1, TRUTH);

        // Then
        SCALE.check(answers);
        assertThat(said(answers, Subject.CRITERION, "greeting")).isEqualTo("met");
        assertThat(said(answers, Subject.CRITERION, "farewell")).isEqualTo("not-met");
        assertThat(said(answers, Subject.CRITERION, "by-name")).isEqualTo("not-applicable");
        assertThat(said(answers, Subject.FORCE, "certainty")).isEqualTo("no");
        assertThat(said(answers, Subject.CODE, "certainty.promise-broken")).isEqualTo("nothing");
        assertThat(said(answers, Subject.FORCE, "status")).isEqualTo("yes");
        assertThat(answers)
                .anySatisfy(one -> assertThat(one.item()).startsWith("status.").isNotEqualTo("status"));
        assertThat(said(answers, Subject.REPEAT, "")).isEqualTo("no");
    }

    @Test
    void errsAsOftenAsIsSaid() {
        // Given: 20,000 answers; four standard deviations of a share of 3 % are 0.5 points
        GivenAnswers controller = new GivenAnswers(0.03, new SplittableRandom(2));

        // When
        long wrong = IntStream.range(0, 20_000)
                .filter(i -> said(controller.review(SCALE, TRUTH), Subject.CRITERION, "greeting")
                        .equals("met"))
                .count();

        // Then
        assertThat(wrong / 20_000.0).isBetween(0.025, 0.035);
    }

    @Test
    void namesTheCallThatIsRepeatedWhereItIsShown() {
        // Given
        GivenAnswers controller = new GivenAnswers(0, new SplittableRandom(1));
        List<CallId> shown = List.of(new CallId("other"), new CallId("first"));
        Set<String> causes = Set.of("promise-not-kept", "not-resolved");

        // Then
        assertThat(controller.pair(TRUTH, shown, causes))
                .isEqualTo(new PairAnswer(true, new CallId("first"), "promise-not-kept"));
        assertThat(controller.pair(TRUTH, shown.subList(0, 1), causes))
                .isEqualTo(new PairAnswer(true, null, "promise-not-kept"));
        assertThat(controller.pair(
                        new CallTruth(Map.of(), List.of(), false, null, null, Resolution.RESOLVED), shown, causes))
                .isEqualTo(new PairAnswer(false, null, null));
    }

    @Test
    void whoAlwaysErrsTakesAnotherCallForWhatIsRepeated() {
        // Given
        CallTruth first = new CallTruth(Map.of(), List.of(), false, null, null, Resolution.RESOLVED);

        // When
        PairAnswer said = new GivenAnswers(1, new SplittableRandom(1))
                .pair(first, List.of(new CallId("latest"), new CallId("older")), Set.of("not-resolved"));

        // Then
        assertThat(said).isEqualTo(new PairAnswer(true, new CallId("latest"), "not-resolved"));
    }

    @Test
    void aTruthThatContradictsItselfIsRefused() {
        // Then
        assertThatThrownBy(() -> new CallTruth(Map.of(), List.of(), false, "a", null, Resolution.UNKNOWN))
                .hasMessage("no repeat of a for null: expected neither");
        assertThatThrownBy(() -> Controller.of("simulated-1", 1.5)).hasMessage("simulated-1 errs 1.5: expected 0 to 1");
    }
}
