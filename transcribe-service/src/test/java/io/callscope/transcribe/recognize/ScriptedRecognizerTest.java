package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.transcribe.audio.Tones;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedRecognizerTest {
    private static final short[] SOUND = Tones.sine(440, 16_000, 10);

    @Test
    void saysTheSameOfTheSameAudioHoweverItIsCut() {
        // Given
        ScriptedRecognizer recognizer = new ScriptedRecognizer();

        // When
        List<Phrase> coarse = recognise(recognizer, SOUND, 16_000);
        List<Phrase> fine = recognise(recognizer, SOUND, 777);

        // Then
        assertThat(fine).isEqualTo(coarse);
        assertThat(coarse.stream().mapToInt(phrase -> phrase.words().size()).sum())
                .isEqualTo(20);
    }

    @Test
    void saysSomethingElseOfOtherAudio() {
        // Given
        ScriptedRecognizer recognizer = new ScriptedRecognizer();

        // When
        List<Phrase> other = recognise(recognizer, Tones.sine(523, 16_000, 10), 16_000);

        // Then
        assertThat(other).isNotEqualTo(recognise(recognizer, SOUND, 16_000));
    }

    private static List<Phrase> recognise(SpeechRecognizer recognizer, short[] samples, int chunk) {
        try (ChannelRecognition recognition = recognizer.begin()) {
            for (int at = 0; at < samples.length; at += chunk) {
                int count = Math.min(chunk, samples.length - at);
                recognition.accept(Arrays.copyOfRange(samples, at, at + count), count);
            }
            return recognition.finish();
        }
    }
}
