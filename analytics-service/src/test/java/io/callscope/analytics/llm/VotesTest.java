package io.callscope.analytics.llm;

import static io.callscope.analytics.llm.ScriptedModel.NO_MARKS;
import static io.callscope.analytics.llm.ScriptedModel.claim;
import static io.callscope.analytics.llm.ScriptedModel.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.analysis.Mark;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same question asked several times, and what a majority of the answers makes. */
class VotesTest {
    private static final String CODE = "certainty.no-deadline";
    private static final CallTranscribed CALL = LlmFixtures.call(
            "ru",
            "О добрый день чем могу помочь",
            "К мне никто не говорит когда привезут заказ",
            "О сейчас посмотрю минутку пожалуйста");

    @ParameterizedTest
    @CsvSource({"5,5,1.0", "5,3,0.6", "3,2,0.6667"})
    void aMajorityMakesAMarkWithItsShare(int votes, int inFavour, double confidence) throws InterruptedException {
        // Given
        ScriptedModel model = electing(inFavour);

        // When
        List<Mark> marks = hear(model, votes).marks();

        // Then
        assertThat(marks).extracting(Mark::code).containsExactly(CODE);
        assertThat(marks.get(0).confidence()).isCloseTo(confidence, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({"5,2", "3,1", "3,0"})
    void aMinorityMakesNone(int votes, int inFavour) throws InterruptedException {
        // Given
        ScriptedModel model = electing(inFavour);

        // When
        ModelHeard heard = hear(model, votes);

        // Then
        assertThat(heard.marks()).isEmpty();
        assertThat(heard.located()).isEqualTo(inFavour);
    }

    @Test
    void oneAnswerThatClaimsTwiceIsOneVote() throws InterruptedException {
        // Given
        String twice = "{\"marks\":[%s,%s]}"
                .formatted(claim(CODE, 1, 1, "никто не говорит"), claim(CODE, 1, 1, "когда привезут"));
        ScriptedModel model = answering(question -> question.vote() == 0 ? twice : NO_MARKS);

        // When
        List<Mark> marks = hear(model, 3).marks();

        // Then
        assertThat(marks).isEmpty();
    }

    @Test
    void onlyQuestionsAboutMarksAreVotedOnAndEachVoteIsAnother() throws InterruptedException {
        // Given
        ScriptedModel model = electing(3);

        // When
        hear(model, 3);

        // Then
        assertThat(model.asked().stream()
                        .filter(question -> question.task().equals("marks-1"))
                        .map(Question::vote))
                .containsExactly(0, 1, 2);
        Set<Integer> others = model.asked().stream()
                .filter(question -> !question.task().startsWith("marks"))
                .map(Question::vote)
                .collect(Collectors.toSet());
        assertThat(others).containsExactly(0);
    }

    @Test
    void whatWouldBeAskedCountsTheVotes() throws InterruptedException {
        // Given
        ScriptedModel model = electing(0);
        LlmClassifier classifier = LlmFixtures.classifier(model, settings(3));

        // When
        List<Question> questions = classifier.questions(CALL);
        classifier.hear(CALL);

        // Then
        assertThat(questions).containsExactlyElementsOf(model.asked());
    }

    @Test
    void votesAreAnotherVersion() {
        // Given
        ScriptedModel model = electing(0);

        // When
        String one = LlmFixtures.classifier(model, settings(1)).version();
        String three = LlmFixtures.classifier(model, settings(3)).version();

        // Then
        assertThat(three).isNotEqualTo(one);
        assertThat(LlmFixtures.classifier(model, LlmTaskSettings.defaults()).version())
                .isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 10, 11})
    void otherNumbersAreRefused(int votes) {
        // When, Then
        assertThatThrownBy(() -> settings(votes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("votes")
                .hasMessageContaining(Integer.toString(votes));
    }

    private static ScriptedModel electing(int inFavour) {
        String claimed = "{\"marks\":[%s]}".formatted(claim(CODE, 1, 1, "никто не говорит когда привезут"));
        return answering(question -> question.vote() < inFavour ? claimed : NO_MARKS);
    }

    private static ScriptedModel answering(java.util.function.Function<Question, String> first) {
        return ScriptedModel.of(
                question -> question.task().equals("marks-1") ? first.apply(question) : NO_MARKS,
                question -> contact("other", "unknown"),
                question -> "{\"summary\":\"Раз. Два. Три.\",\"nextStep\":\"\"}");
    }

    private static ModelHeard hear(ScriptedModel model, int votes) throws InterruptedException {
        return LlmFixtures.classifier(model, settings(votes)).hear(CALL);
    }

    private static LlmTaskSettings settings(int votes) {
        return new LlmTaskSettings(8_192, 200, 0.7, votes);
    }
}
