package io.callscope.model.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final Utterance FIRST = new Utterance(0, 0, Party.CUSTOMER, 100, 900, "почему", 0.5, List.of());
    private static final Utterance SECOND = new Utterance(1, 1, Party.AGENT, 1_000, 1_500, "проверю", 0.6, List.of());

    @Test
    void hashStaysWhatItWasInTheFirstRelease() {
        // Given
        Transcript transcript = transcript("m", List.of(FIRST, SECOND));

        // When
        String hash = transcript.hash();

        // Then
        assertThat(hash).isEqualTo("e7ffb1da804d3176ae7e5ed189998333909a16adb231e5856101dacdb417f8ab");
    }

    @Test
    void hashTellsEveryWordPartyTimeAndModelApart() {
        // Given
        List<Transcript> different = List.of(
                transcript("m", List.of(FIRST, SECOND)),
                transcript("m", List.of(FIRST)),
                transcript("other", List.of(FIRST, SECOND)),
                new Transcript("en", TranscriptSource.RECOGNISED, "m", null, 2_000, 2, List.of(FIRST, SECOND)),
                new Transcript("ru", TranscriptSource.RECOGNISED, "m", "h", 2_000, 2, List.of(FIRST, SECOND)),
                new Transcript("ru", TranscriptSource.RECOGNISED, "m", null, 2_001, 2, List.of(FIRST, SECOND)),
                transcript("m", List.of(changed("почему-то", Party.CUSTOMER, 0, 100, 900), SECOND)),
                transcript("m", List.of(changed("почему", Party.AGENT, 0, 100, 900), SECOND)),
                transcript("m", List.of(changed("почему", Party.CUSTOMER, 1, 100, 900), SECOND)),
                transcript("m", List.of(changed("почему", Party.CUSTOMER, 0, 101, 900), SECOND)),
                transcript("m", List.of(changed("почему", Party.CUSTOMER, 0, 100, 901), SECOND)));

        // When
        List<String> hashes =
                different.stream().map(Transcript::hash).distinct().toList();

        // Then
        assertThat(hashes).hasSameSizeAs(different);
    }

    @Test
    void hashLeavesOutWhatNobodySaid() {
        // Given
        Word word = new Word("почему", 100, 900, 0.5);
        Utterance withWords = new Utterance(0, 0, Party.CUSTOMER, 100, 900, "почему", 0.9, List.of(word));

        // When
        String hash = transcript("m", List.of(withWords, SECOND)).hash();

        // Then
        assertThat(hash).isEqualTo(transcript("m", List.of(FIRST, SECOND)).hash());
    }

    @Test
    void keepsItsUtterancesToItself() {
        // Given
        List<Utterance> given = new ArrayList<>(List.of(FIRST));
        Transcript transcript = transcript("m", given);

        // When
        given.add(SECOND);

        // Then
        assertThat(transcript.utterances()).containsExactly(FIRST);
    }

    @Test
    void refusesUtterancesOutOfOrder() {
        // Given
        Utterance early = new Utterance(1, 1, Party.AGENT, 50, 60, "да", null, List.of());

        // When
        // Then
        assertThatThrownBy(() -> transcript("m", List.of(FIRST, early)))
                .hasMessageContaining("utterance 1 starts before");
        assertThatThrownBy(() -> transcript("m", List.of(SECOND))).hasMessageContaining("at place 0 has id 1");
    }

    @Test
    void confidenceWeighsWordsByHowLongTheyLast() {
        // Given
        List<Word> words = List.of(new Word("да", 100, 200, 0.2), new Word("почему", 200, 500, 0.8));
        Utterance withWords = new Utterance(0, 0, Party.CUSTOMER, 100, 900, "да почему", 0.5, words);
        Utterance without = new Utterance(1, 1, Party.AGENT, 1_000, 1_400, "проверю", 0.5, List.of());
        Utterance unsaid = new Utterance(1, 1, Party.AGENT, 1_000, 9_000, "проверю", null, List.of());

        // When, Then
        assertThat(transcript("m", List.of(withWords, unsaid)).confidence()).hasValueCloseTo(0.65, within(1e-9));
        assertThat(transcript("m", List.of(withWords, without)).confidence()).hasValueCloseTo(0.575, within(1e-9));
        assertThat(transcript("m", List.of()).confidence()).isEmpty();
    }

    private static Transcript transcript(String model, List<Utterance> utterances) {
        return new Transcript("ru", TranscriptSource.RECOGNISED, model, null, 2_000, 2, utterances);
    }

    private static Utterance changed(String text, Party party, int channel, long startMs, long endMs) {
        return new Utterance(0, channel, party, startMs, endMs, text, 0.5, List.of());
    }
}
