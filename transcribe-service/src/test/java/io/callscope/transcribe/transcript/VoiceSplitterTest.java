package io.callscope.transcribe.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.model.transcript.Word;
import io.callscope.transcribe.diarize.VoiceSpan;
import io.callscope.transcribe.diarize.Voices;
import io.callscope.transcribe.recognize.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceSplitterTest {
    @Test
    void cutsAPhraseWhereTheVoiceChanges() {
        // Given
        Phrase phrase = phrase(word("when", 0, 400), word("tomorrow", 500, 900), word("good", 1_000, 1_400));
        Voices voices = voices(new VoiceSpan(0, 450, 0, 0.9), new VoiceSpan(450, 1_400, 1, 0.8));

        // When
        List<Spoken> spoken = VoiceSplitter.split(0, List.of(phrase), voices);

        // Then
        assertThat(spoken).extracting(Spoken::text).containsExactly("when", "tomorrow good");
        assertThat(spoken).extracting(Spoken::side).containsExactly(0, 1);
        assertThat(spoken.get(1).sideConfidence()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void aWordOverTheChangeIsOfTheVoiceThatHasMoreOfIt() {
        // Given
        Phrase phrase = phrase(word("hello", 0, 1_000));
        Voices voices = voices(new VoiceSpan(0, 300, 0, 1), new VoiceSpan(300, 2_000, 1, 1));

        // When
        List<Spoken> spoken = VoiceSplitter.split(1, List.of(phrase), voices);

        // Then
        assertThat(spoken).singleElement().satisfies(turn -> {
            assertThat(turn.channel()).isEqualTo(1);
            assertThat(turn.side()).isEqualTo(1);
            assertThat(turn.sideConfidence()).isCloseTo(0.7, within(1e-9));
        });
    }

    @Test
    void oneUnsureWordBetweenTwoOfTheOtherVoiceStaysWithThem() {
        // Given
        Phrase phrase = phrase(word("i", 0, 100), word("do", 100, 200), word("not", 200, 300));

        // When
        List<Spoken> unsure = VoiceSplitter.split(0, List.of(phrase), interrupted(0.7));
        List<Spoken> sure = VoiceSplitter.split(0, List.of(phrase), interrupted(0.99));

        // Then
        assertThat(unsure).extracting(Spoken::text).containsExactly("i do not");
        assertThat(sure).extracting(Spoken::text).containsExactly("i", "do", "not");
        assertThat(sure).extracting(Spoken::side).containsExactly(0, 1, 0);
    }

    @Test
    void aWordWithoutAnyVoiceIsOfTheSpeechNextToIt() {
        // Given
        Phrase phrase = phrase(word("well", 1_050, 1_200), word("so", 4_700, 4_900));
        Voices voices = voices(new VoiceSpan(0, 1_000, 1, 1), new VoiceSpan(5_000, 6_000, 0, 1));

        // When
        List<Spoken> spoken = VoiceSplitter.split(0, List.of(phrase), voices);

        // Then
        assertThat(spoken).extracting(Spoken::side).containsExactly(1, 0);
        assertThat(spoken).extracting(Spoken::sideConfidence).containsExactly(0.5, 0.5);
    }

    @Test
    void twoResultsStayApartThoughTheyAreOfOneVoice() {
        // Given
        List<Phrase> phrases = List.of(phrase(word("good", 0, 300)), phrase(word("morning", 310, 700)));
        Voices voices = voices(new VoiceSpan(0, 700, 0, 1));

        // When
        List<Spoken> spoken = VoiceSplitter.split(0, phrases, voices);

        // Then
        assertThat(spoken).extracting(Spoken::text).containsExactly("good", "morning");
    }

    private static Voices interrupted(double confidence) {
        return voices(
                new VoiceSpan(0, 100, 0, 1), new VoiceSpan(100, 200, 1, confidence), new VoiceSpan(200, 300, 0, 1));
    }

    private static Voices voices(VoiceSpan... spans) {
        return new Voices(2, List.of(spans));
    }

    private static Phrase phrase(Word... words) {
        return new Phrase(List.of(words));
    }

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, 1);
    }
}
