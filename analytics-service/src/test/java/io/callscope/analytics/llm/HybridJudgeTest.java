package io.callscope.analytics.llm;

import static io.callscope.analytics.llm.ScriptedModel.claim;
import static io.callscope.analytics.llm.ScriptedModel.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.analysis.Disagreement;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HybridJudgeTest {
    private static final String BROKEN = "certainty.promise-broken";
    private static final CallTranscribed CALL = LlmFixtures.call(
            "ru",
            "О добрый день слушаю вас",
            "К обещали перезвонить вчера и никто так и не перезвонил",
            "О к сожалению ничем не могу помочь",
            "К у нас тут автобус раз в сутки ходит а вы в другом городе");

    @Test
    void whatBothHearIsOneMarkOfBoth() throws InterruptedException {
        // Given
        ScriptedModel model = marks(claim(BROKEN, 2, 1, "никто так и не перезвонил"));

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        Mark mark = ofCode(judgement, BROKEN);
        assertThat(mark.classifier()).isEqualTo("both");
        assertThat(mark.confidence()).isGreaterThan(0.8);
        assertThat(judgement.classifier()).isEqualTo("hybrid");
        assertThat(judgement.classifierVersion())
                .contains("scripted", "temperature=0", report(judgement).promptHash());
        assertThat(report(judgement).disagreements())
                .noneMatch(one -> one.about().equals(BROKEN));
    }

    @Test
    void whatWouldBeAskedIsNothingWhereThereIsNothingToJudge() {
        // Given
        ScriptedModel model = ScriptedModel.deaf();
        HybridJudge judge = LlmFixtures.judge(model);

        // When, Then
        assertThat(judge.questions(CALL)).hasSizeGreaterThan(2);
        assertThat(judge.questions(LlmFixtures.call("ru", "О добрый день", "К алло")))
                .isEmpty();
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void whatOnlyTheModelHearsIsItsMarkAndADisagreement() throws InterruptedException {
        // Given
        ScriptedModel model = marks(claim("enjoyment.many-steps", 3, 3, "автобус раз в сутки ходит"));

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        Mark mark = ofCode(judgement, "enjoyment.many-steps");
        assertThat(mark.classifier()).isEqualTo("llm");
        assertThat(mark.party()).isEqualTo(Party.CUSTOMER);
        assertThat(mark.severity()).isEqualTo(3);
        assertThat(mark.evidence()
                        .get(0)
                        .quoteFrom(CALL.transcript().utterances().get(3).text()))
                .isEqualTo("автобус раз в сутки ходит");
        assertThat(report(judgement).disagreements())
                .contains(new Disagreement("enjoyment.many-steps", Disagreement.HEARD, Disagreement.NOT_HEARD));
    }

    @Test
    void whatOnlyTheRulesAreSureOfStaysTheirsAndIsADisagreement() throws InterruptedException {
        // When
        Judgement judgement = LlmFixtures.judge(ScriptedModel.deaf()).judge(CALL);

        // Then
        assertThat(ofCode(judgement, BROKEN).classifier()).isEqualTo("rules");
        assertThat(report(judgement).disagreements())
                .contains(new Disagreement(BROKEN, Disagreement.NOT_HEARD, Disagreement.HEARD));
    }

    @Test
    void wordsThatNobodySaidMakeNoMark() throws InterruptedException {
        // Given
        ScriptedModel model = marks(
                claim("status.rudeness", 3, 1, "вы мне нахамили и бросили трубку"),
                claim("control.imposed", 2, 77, "навязали страховку"),
                claim("enjoyment.slow", 2, 3, "да"));

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        assertThat(judgement.heard().marks())
                .extracting(Mark::code)
                .doesNotContain("status.rudeness", "control.imposed", "enjoyment.slow");
        assertThat(report(judgement).claimed()).isEqualTo(3);
        assertThat(report(judgement).located()).isZero();
    }

    @Test
    void wordsOfAPartyThatTheCodeIsNotAboutMakeNoMark() throws InterruptedException {
        // Given: the agent cannot say the customer's barrier
        ScriptedModel model = marks(claim("certainty.no-deadline", 2, 0, "добрый день слушаю вас"));

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        assertThat(judgement.heard().marks()).extracting(Mark::code).doesNotContain("certainty.no-deadline");
        assertThat(report(judgement).located()).isZero();
    }

    @Test
    void severityStageAndOwnerFollowTheCodebookWhereTheModelSaysNothing() throws InterruptedException {
        // Given
        ScriptedModel model = marks(claim(BROKEN, 0, 1, "никто так и не перезвонил"));
        var code = LlmFixtures.CODEBOOK.code(BROKEN).orElseThrow();

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        Mark mark = ofCode(judgement, BROKEN);
        assertThat(mark.severity()).isEqualTo(code.severity());
        assertThat(mark.owner()).isEqualTo(code.ownerFor(judgement.heard().contactReason()));
        assertThat(LlmFixtures.CODEBOOK.stage(mark.stage())).isPresent();
    }

    @Test
    void tellsWhereReasonAndResolutionDiffer() throws InterruptedException {
        // Given: a barrier that nobody removes ends unresolved by the rules
        ScriptedModel model = ScriptedModel.of(
                question -> ScriptedModel.NO_MARKS,
                question -> contact("refund", "resolved"),
                question -> "{\"summary\":\"Раз. Два. Три.\",\"nextStep\":\"Перезвонить.\"}");

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        assertThat(judgement.heard().contactReason()).isEqualTo("refund");
        assertThat(judgement.heard().resolution()).isEqualTo(Resolution.RESOLVED);
        assertThat(report(judgement).nextStep()).isEqualTo("Перезвонить.");
        assertThat(report(judgement).summary()).isEqualTo("Раз. Два. Три.");
        assertThat(report(judgement).disagreements())
                .contains(new Disagreement(Disagreement.RESOLUTION, "resolved", "unresolved"));
    }

    @Test
    void anEmptyCallCostsNoRequest() throws InterruptedException {
        // Given
        ScriptedModel model = ScriptedModel.deaf();
        HybridJudge judge = LlmFixtures.judge(model);

        // When
        Judgement empty = judge.judge(LlmFixtures.call("ru"));
        Judgement greeting = judge.judge(LlmFixtures.call("ru", "О добрый день", "К алло"));
        Judgement foreign = judge.judge(LlmFixtures.call("de", "О guten tag", "К wo bleibt meine bestellung bitte"));

        // Then
        assertThat(List.of(empty, greeting, foreign))
                .extracting(judgement -> judgement.heard().verdict())
                .containsOnly(Verdict.NOT_ENOUGH_EVIDENCE);
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void aModelWithoutAnAnswerLeavesTheRulesJudgementAndItsReason() throws InterruptedException {
        // Given
        ScriptedModel model = new ScriptedModel(question -> {
            throw new LlmFailedException(LlmFailure.REFUSED, "task marks-1: declined");
        });

        // When
        Judgement judgement = LlmFixtures.judge(model).judge(CALL);

        // Then
        assertThat(judgement.classifier()).isEqualTo("rules");
        assertThat(judgement.heard().marks()).extracting(Mark::code).contains(BROKEN);
        assertThat(judgement.report()).isNull();
        assertThat(judgement.unanswered())
                .isEqualTo(new Judgement.Unanswered(LlmFailure.REFUSED, "task marks-1: declined"));
    }

    @Test
    void aModelThatIsAwayIsWaitedFor() {
        // Given
        ScriptedModel model = new ScriptedModel(question -> {
            throw new RetryableException("busy", null);
        });

        // When, then
        assertThatThrownBy(() -> LlmFixtures.judge(model).judge(CALL)).isInstanceOf(RetryableException.class);
    }

    private static ScriptedModel marks(String... claims) {
        Function<Question, String> marks = question -> {
            String known = question.schema().toString();
            List<String> own = List.of(claims).stream()
                    .filter(claim -> known.contains("\"" + claim.substring(9, claim.indexOf('"', 9)) + "\""))
                    .toList();
            return "{\"marks\":[" + String.join(",", own) + "]}";
        };
        return ScriptedModel.of(
                marks, question -> contact("other", "unknown"), question -> "{\"summary\":\"\",\"nextStep\":\"\"}");
    }

    private static ModelReport report(Judgement judgement) {
        return Objects.requireNonNull(judgement.report());
    }

    private static Mark ofCode(Judgement judgement, String code) {
        return judgement.heard().marks().stream()
                .filter(mark -> mark.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
