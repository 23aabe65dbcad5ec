package io.callscope.transcribe.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import io.callscope.transcribe.recognize.Phrase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceBuilderTest {
    private final UtteranceBuilder builder = new UtteranceBuilder(Duration.ofMillis(700));

    @Test
    void splitsWhereTheSilenceIsLonger() {
        // Given
        Phrase phrase = phrase(word("yes", 0, 300), word("it", 1_000, 1_200), word("is", 1_901, 2_000));

        // When
        List<Utterance> utterances = builder.build(List.of(List.of(phrase)), channel -> Party.UNKNOWN);

        // Then
        assertThat(utterances).extracting(Utterance::text).containsExactly("yes it", "is");
        assertThat(utterances).extracting(Utterance::startMs).containsExactly(0L, 1_901L);
        assertThat(utterances).extracting(Utterance::endMs).containsExactly(1_200L, 2_000L);
    }

    @Test
    void keepsTwoResultsApartHoweverCloseTheyAre() {
        // Given
        List<Phrase> phrases = List.of(phrase(word("good", 0, 300)), phrase(word("morning", 310, 700)));

        // When
        List<Utterance> utterances = builder.build(List.of(phrases), channel -> Party.AGENT);

        // Then
        assertThat(utterances).extracting(Utterance::text).containsExactly("good", "morning");
    }

    @Test
    void mergesChannelsInOrderOfTimeAndNumbersThem() {
        // Given
        List<Phrase> customer = List.of(phrase(word("hello", 2_000, 2_400)), phrase(word("sure", 9_000, 9_300)));
        List<Phrase> agent = List.of(phrase(word("welcome", 500, 1_000)), phrase(word("name", 2_000, 2_200)));

        // When
        List<Utterance> utterances =
                builder.build(List.of(customer, agent), channel -> channel == 0 ? Party.CUSTOMER : Party.AGENT);

        // Then
        assertThat(utterances).extracting(Utterance::text).containsExactly("welcome", "hello", "name", "sure");
        assertThat(utterances).extracting(Utterance::id).containsExactly(0, 1, 2, 3);
        assertThat(utterances).extracting(Utterance::channel).containsExactly(1, 0, 1, 0);
        assertThat(utterances)
                .extracting(Utterance::party)
                .containsExactly(Party.AGENT, Party.CUSTOMER, Party.AGENT, Party.CUSTOMER);
    }

    @Test
    void givesTheMeanConfidenceAndTheWords() {
        // Given
        Word sure = new Word("sure", 0, 100, 0.5);
        Word thing = new Word("thing", 100, 200, 0.9);

        // When
        List<Utterance> utterances = builder.build(List.of(List.of(phrase(sure, thing))), channel -> Party.UNKNOWN);

        // Then
        assertThat(utterances).hasSize(1);
        assertThat(utterances.get(0).confidence()).isCloseTo(0.7, within(1e-9));
        assertThat(utterances.get(0).words()).containsExactly(sure, thing);
    }

    @Test
    void makesNothingOfNothing() {
        // Given
        List<List<Phrase>> silence = List.of(List.of(), List.of(phrase()));

        // When
        List<Utterance> utterances = builder.build(silence, channel -> Party.UNKNOWN);

        // Then
        assertThat(utterances).isEmpty();
    }

    private static Phrase phrase(Word... words) {
        return new Phrase(List.of(words));
    }

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, 1);
    }
}
