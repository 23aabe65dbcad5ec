package io.callscope.analytics.llm.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.llm.HybridJudge;
import io.callscope.analytics.llm.Judgement;
import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.task.CriteriaAnswer;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.transcript.CallTranscribed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CriteriaAskerTest {
    private static final List<CriterionQuestion> QUESTIONS = List.of(
            CriterionQuestion.of("Поздоровался ли оператор?"),
            CriterionQuestion.of("Извинился ли оператор?"),
            CriterionQuestion.of("Назвал ли оператор срок?"));

    private static final RulesClassifier RULES = new RulesClassifier(LlmFixtures.CODEBOOK);

    private static final CallTranscribed CALL = LlmFixtures.call(
            "ru",
            "О добрый день слушаю вас",
            "К обещали перезвонить вчера и никто так и не перезвонил",
            "О к сожалению ничем не могу помочь",
            "К у нас тут автобус раз в сутки ходит а вы в другом городе");

    private static String said(int question, String answer, int utterance, String anchor) {
        return "{\"question\":\"%d\",\"answer\":\"%s\",\"utterances\":[%d],\"anchor\":\"%s\"}"
                .formatted(question, answer, utterance, anchor);
    }

    private static String answers(String... said) {
        return "{\"answers\":[" + String.join(",", said) + "]}";
    }

    private static CriteriaAsker asker(ScriptedModel model, List<CriterionQuestion> questions, int contextTokens) {
        return new CriteriaAsker(model, LlmFixtures.PROMPTS, call -> questions, Nonces.random(), contextTokens, 200);
    }

    private static List<CriterionReply> replies(String answer) throws InterruptedException {
        return asker(new ScriptedModel(question -> answer), QUESTIONS, 8_192)
                .ask(CALL)
                .orElseThrow()
                .criteria()
                .replies();
    }

    private static List<String> words(List<CriterionReply> replies) {
        return replies.stream().map(CriterionReply::answer).toList();
    }

    /** A judge whose model answers this to questions of scorecards, and hears nothing else. */
    private static HybridJudge judge(Function<Question, String> criteria) {
        ScriptedModel model = new ScriptedModel(question -> question.task().startsWith("criteria")
                ? criteria.apply(question)
                : ScriptedModel.deaf().ask(question).text());
        LlmTaskSettings settings = LlmTaskSettings.defaults();
        return new HybridJudge(
                RULES,
                LlmFixtures.classifier(model, settings),
                LlmFixtures.CODEBOOK,
                settings,
                asker(model, QUESTIONS, 8_192));
    }

    @Test
    void aYesStandsOnWordsThatWereSaid() throws InterruptedException {
        // When
        List<CriterionReply> replies = replies(answers(
                said(1, "yes", 0, "добрый день слушаю вас"),
                said(2, "yes", 2, "приношу вам искренние извинения"),
                said(3, "no", 2, "")));

        // Then
        assertThat(words(replies)).containsExactly("yes", "not-proven", "no");
        assertThat(replies.get(0).question()).isEqualTo(QUESTIONS.get(0).key());
        assertThat(replies.get(0)
                        .evidence()
                        .get(0)
                        .quoteFrom(CALL.transcript().utterances().get(0).text()))
                .isEqualTo("добрый день слушаю вас");
        assertThat(replies.get(1).evidence()).isEmpty();
        assertThat(replies.get(2).evidence()).isEmpty();
    }

    @Test
    void whatIsAnsweredTwiceOrNotAtAllIsUnclear() throws InterruptedException {
        // When
        List<CriterionReply> replies = replies(answers(
                said(1, "yes", 0, "добрый день слушаю вас"), said(1, "no", 0, ""), said(3, "not-applicable", 0, "")));

        // Then
        assertThat(words(replies)).containsExactly("unclear", "unclear", "not-applicable");
    }

    @Test
    void anAnswerOfAnotherShapeIsAskedForOnceMoreAndThenLeavesTheMarks() throws InterruptedException {
        // Given: a question that nobody asked, an answer that is none, no JSON
        for (String bad : List.of(
                answers(said(9, "yes", 0, "добрый день слушаю вас")),
                answers(said(1, "certainly", 0, "добрый день слушаю вас")),
                "yes",
                "{\"answers\":[],\"total\":100}")) {
            List<Question> asked = new ArrayList<>();

            // When
            Judgement judgement = judge(question -> {
                        asked.add(question);
                        return bad;
                    })
                    .judge(CALL);

            // Then
            assertThat(asked).hasSize(2);
            assertThat(judgement.unanswered()).isNull();
            assertThat(judgement.classifier()).isEqualTo("hybrid");
            assertThat(Objects.requireNonNull(judgement.report()).criteria())
                    .satisfies(criteria -> assertThat(criteria.replies()).isEmpty());
        }
    }

    @Test
    void aCallWaitsWhereABudgetIsUsedUpOrTheModelIsAway() throws InterruptedException {
        // When
        Judgement spent = judge(question -> {
                    throw new LlmFailedException(LlmFailure.DAY_BUDGET, "the day's budget is used up");
                })
                .judge(CALL);

        // Then: the rules' judgement with its reason, as without any answer
        assertThat(spent.report()).isNull();
        assertThat(Objects.requireNonNull(spent.unanswered()).failure()).isEqualTo(LlmFailure.DAY_BUDGET);
        HybridJudge away = judge(question -> {
            throw new RetryableException("the model is away", new IOException("refused"));
        });
        assertThatThrownBy(() -> away.judge(CALL)).isInstanceOf(RetryableException.class);
    }

    @Test
    void answersAreKeptInTheReportAndCountAsClaims() throws InterruptedException {
        // When
        Judgement judgement = judge(question -> answers(
                        said(1, "yes", 0, "добрый день слушаю вас"),
                        said(2, "yes", 2, "приношу вам искренние извинения")))
                .judge(CALL);

        // Then
        assertThat(Objects.requireNonNull(judgement.report()).claimed()).isEqualTo(2);
        assertThat(judgement.report().located()).isEqualTo(1);
        assertThat(words(Objects.requireNonNull(judgement.report().criteria()).replies()))
                .containsExactly("yes", "not-proven", "unclear");
        // the version of the analysis is not the classifier's affair
        assertThat(judgement.classifierVersion())
                .isEqualTo(LlmFixtures.judge(ScriptedModel.deaf()).judge(CALL).classifierVersion());
    }

    @Test
    void nothingIsAskedWithoutQuestionsOrPrompts() throws InterruptedException {
        // Given
        ScriptedModel model = new ScriptedModel(question -> "never");

        // Then
        assertThat(asker(model, List.of(), 8_192).ask(CALL)).isEmpty();
        assertThat(asker(model, QUESTIONS, 8_192).ask(LlmFixtures.call("de", "О guten tag", "К hallo")))
                .isEmpty();
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void manyQuestionsGoInSeveralTasksAndALongCallInSeveralWindows() throws InterruptedException {
        // Given
        List<CriterionQuestion> many = IntStream.range(0, 19)
                .mapToObj(i -> CriterionQuestion.of("Вопрос " + i + "?"))
                .toList();
        String[] lines = IntStream.range(0, 400)
                .mapToObj(i ->
                        (i % 2 == 0 ? "О " : "К ") + "реплика номер " + i + " о доставке заказа и о возврате денег")
                .toArray(String[]::new);
        CallTranscribed longCall = LlmFixtures.call("ru", lines);
        ScriptedModel model = new ScriptedModel(question -> answers());

        // When
        CriteriaAsker asker = asker(model, many, 4_096);
        List<CriterionReply> replies =
                asker.ask(longCall).orElseThrow().criteria().replies();

        // Then: three tasks in each window, every question once in the end
        assertThat(model.asked().size()).isGreaterThan(3);
        assertThat(model.asked().size() % 3).isZero();
        assertThat(asker.questions(longCall)).hasSameSizeAs(model.asked());
        assertThat(replies)
                .extracting(CriterionReply::question)
                .containsExactlyElementsOf(
                        many.stream().map(CriterionQuestion::key).toList());
    }

    @Test
    void windowsThatContradictEachOtherAreUnclear() {
        // Given
        Replies replies = new Replies(new AnchorLocator(CALL.transcript()), QUESTIONS);
        replies.add(
                QUESTIONS,
                read(said(1, "yes", 0, "добрый день слушаю вас"), said(2, "no", 0, ""), said(3, "no", 0, "")));
        replies.add(
                QUESTIONS,
                read(
                        said(1, "no", 2, "к сожалению ничем не могу помочь"),
                        said(2, "not-applicable", 0, ""),
                        said(3, "yes", 3, "автобус раз в сутки ходит")));

        // Then
        assertThat(words(replies.all())).containsExactly("unclear", "no", "yes");
    }

    private static CriteriaAnswer read(String... said) {
        try {
            return CriteriaAnswer.of(JsonMapper.builder().build().readTree(answers(said)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
