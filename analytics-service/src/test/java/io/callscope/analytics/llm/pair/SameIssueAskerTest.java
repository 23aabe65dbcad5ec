package io.callscope.analytics.llm.pair;

import static io.callscope.analytics.llm.LlmFixtures.PROMPTS;
import static io.callscope.analytics.llm.LlmFixtures.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.pair.PairVerdict.Answer;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.model.transcript.CallTranscribed;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SameIssueAskerTest {
    private static final CallTranscribed EARLIER =
            call("ru", "О слушаю вас", "К не пришёл чек за диван сорок первый заказ", "О чек вышлем на почту сегодня");
    private static final CallTranscribed LATER =
            call("ru", "О добрый день", "К хочу узнать про документ на тот диван", "О сейчас посмотрю");

    private static SameIssueAsker asker(ScriptedModel model) {
        return new SameIssueAsker(model, PROMPTS, LlmTaskSettings.defaults(), Nonces.random());
    }

    private static String answer(boolean same, int earlier, String before, int later, String after) {
        return """
                {"same":%s,"earlier":{"utterances":[%d],"anchor":"%s"},"later":{"utterances":[%d],"anchor":"%s"}}
                """.formatted(same, earlier, before, later, after);
    }

    private static final String NOTHING = """
            {"same":false,"earlier":{"utterances":[],"anchor":""},"later":{"utterances":[],"anchor":""}}
            """;

    @Test
    void believesWhatIsShownByWordsOfBothCalls() throws Exception {
        // Given
        ScriptedModel model = new ScriptedModel(
                question -> answer(true, 1, "не пришёл чек за диван", 1, "про документ на тот диван"));

        // When
        PairVerdict verdict = asker(model).ask(EARLIER, LATER);

        // Then
        assertThat(verdict.answer()).isEqualTo(Answer.SAME);
        assertThat(verdict.earlier())
                .isNotNull()
                .satisfies(place -> assertThat(place.utteranceId()).isEqualTo(1));
        assertThat(verdict.later())
                .isNotNull()
                .satisfies(place -> assertThat(place.utteranceId()).isEqualTo(1));
    }

    @Test
    void doesNotBelieveWordsThatNobodySaid() throws Exception {
        // Given: the later call's words are made up, then they are of the other call
        for (String words : new String[] {"вы обещали прислать чек", "не пришёл чек за диван"}) {
            ScriptedModel model = new ScriptedModel(question -> answer(true, 1, "не пришёл чек за диван", 1, words));

            // When / Then
            assertThat(asker(model).ask(EARLIER, LATER)).isEqualTo(PairVerdict.undecided());
        }
    }

    @Test
    void needsNoWordsForAnotherIssue() throws Exception {
        assertThat(asker(new ScriptedModel(question -> NOTHING)).ask(EARLIER, LATER))
                .isEqualTo(PairVerdict.different());
    }

    @Test
    void asksForAnAnswerOfTheSchemaOnceMoreAndThenGivesUp() {
        // Given
        ScriptedModel model = new ScriptedModel(question -> "{\"same\":\"maybe\"}");

        // When / Then
        assertThatThrownBy(() -> asker(model).ask(EARLIER, LATER)).isInstanceOf(LlmFailedException.class);
        assertThat(model.asked()).hasSize(2);
    }

    @Test
    void showsTheEarlierCallFirstAndTellsNothingElseOfThem() throws Exception {
        // Given
        ScriptedModel model = new ScriptedModel(question -> NOTHING);

        // When
        asker(model).ask(EARLIER, LATER);

        // Then: the other order is another question
        Question question = model.asked().get(0);
        assertThat(question.user().indexOf("чек за диван"))
                .isPositive()
                .isLessThan(question.user().indexOf("документ на тот диван"));
        assertThat(question.user()).doesNotContain("4417", "a-17", "2026");
        asker(model).ask(LATER, EARLIER);
        assertThat(model.asked().get(1).transcriptHash()).isNotEqualTo(question.transcriptHash());
    }

    @Test
    void showsBeginningAndEndOfLongCallsWithinTheModelsWindow() throws Exception {
        // Given: each alone is longer than the window
        ScriptedModel model = new ScriptedModel(question -> NOTHING);
        String[] lines = Stream.concat(
                        Stream.concat(
                                Stream.of("К первая реплика о диване"),
                                IntStream.range(0, 900).mapToObj(i -> "О середина разговора номер %d".formatted(i))),
                        Stream.of("К последняя реплика о диване"))
                .toArray(String[]::new);
        LlmTaskSettings settings = LlmTaskSettings.defaults();

        // When
        asker(model).ask(call("ru", lines), call("ru", lines));

        // Then
        Question question = model.asked().get(0);
        assertThat(question.user().split("первая реплика о диване", -1)).hasSize(3);
        assertThat(question.user().split("последняя реплика о диване", -1)).hasSize(3);
        int tokens =
                TokenEstimate.of(question.system()) + TokenEstimate.of(question.user()) + question.maxAnswerTokens();
        assertThat(tokens).isBetween(settings.contextTokens() / 2, settings.contextTokens());
    }

    @Test
    void saysNothingOfALanguageWithoutPrompts() throws Exception {
        // Given
        ScriptedModel model = new ScriptedModel(question -> NOTHING);
        SameIssueAsker russian =
                new SameIssueAsker(model, Map.of("ru", PROMPTS.get("ru")), LlmTaskSettings.defaults(), Nonces.random());

        // When / Then
        assertThat(russian.ask(EARLIER, call("en", "К where is my order"))).isEqualTo(PairVerdict.undecided());
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void belongsToModelAndPrompts() {
        // Given
        ScriptedModel model = new ScriptedModel(question -> NOTHING);

        // When / Then
        assertThat(asker(model).version()).isEqualTo(asker(model).version());
        assertThat(new SameIssueAsker(
                                model, Map.of("ru", PROMPTS.get("ru")), LlmTaskSettings.defaults(), Nonces.random())
                        .version())
                .isNotEqualTo(asker(model).version());
    }

    @Test
    void refusesTheSameWithoutWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairVerdict(Answer.SAME, null, null))
                .withMessageContaining("SAME");
    }
}
