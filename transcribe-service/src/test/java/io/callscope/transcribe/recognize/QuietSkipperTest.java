package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietSkipperTest {
    private static final int HZ = 16_000;
    private static final int CHUNK = HZ / 5;

    private final Heard heard = new Heard();
    private final QuietSkipper skipper = new QuietSkipper(heard, HZ);

    @ParameterizedTest
    @ValueSource(ints = {CHUNK, 1_000, 77, 160_000})
    void aPauseIsCutToWhatEndsAPhraseAndARunUp(int chunk) {
        // Given a second of speech, ten of quiet, a second of speech
        short[] recording = concat(speech(1), quiet(10), speech(1));

        // When
        give(recording, chunk);

        // Then
        assertThat(heard.samples).hasSizeBetween((int) (HZ * 2.75), (int) (HZ * 2.95));
        assertThat(heard.samples.subList(0, HZ)).isEqualTo(list(recording).subList(0, HZ));
        assertThat(heard.samples.subList(heard.samples.size() - HZ, heard.samples.size()))
                .isEqualTo(list(recording).subList(11 * HZ, 12 * HZ));
    }

    @Test
    void wordsHaveTheTimesOfTheRecording() {
        // Given two words, one behind each pause
        give(concat(quiet(5), speech(1), quiet(10), speech(1)), CHUNK);
        heard.says(word(heard.loudFromMs(0), heard.loudFromMs(0) + 1_000));
        heard.says(word(heard.loudFromMs(1), heard.loudFromMs(1) + 1_000));

        // When
        List<Phrase> phrases = skipper.finish();

        // Then
        assertThat(phrases.get(0).words().get(0).startMs()).isEqualTo(5_000);
        assertThat(phrases.get(0).words().get(0).endMs()).isEqualTo(6_000);
        assertThat(phrases.get(1).words().get(0).startMs()).isEqualTo(16_000);
        assertThat(phrases.get(1).words().get(0).endMs()).isEqualTo(17_000);
    }

    @Test
    void aShortPauseIsHeardWhole() {
        // Given
        short[] recording = concat(speech(1), new short[HZ * 7 / 10], speech(1));

        // When
        give(recording, CHUNK);
        skipper.finish();

        // Then
        assertThat(heard.samples).isEqualTo(list(recording));
    }

    @Test
    void aLineThatHumsIsHeardWhole() {
        // Given noise of 60 steps, which soft speech may hide in
        short[] hum = new short[HZ * 10];
        Random random = new Random(7);
        for (int i = 0; i < hum.length; i++) {
            hum[i] = (short) Math.round(60 * random.nextGaussian());
        }

        // When
        give(hum, CHUNK);
        skipper.finish();

        // Then
        assertThat(heard.samples).hasSize(hum.length);
    }

    @Test
    void nothingIsLostBehindAPauseThatNeverEnds() {
        // When
        give(concat(speech(1), quiet(60)), CHUNK);
        List<Phrase> phrases = skipper.finish();

        // Then
        assertThat(heard.samples).hasSizeBetween((int) (HZ * 1.75), (int) (HZ * 1.95));
        assertThat(phrases).isEmpty();
    }

    private void give(short[] recording, int chunk) {
        for (int from = 0; from < recording.length; from += chunk) {
            int count = Math.min(chunk, recording.length - from);
            short[] piece = new short[count];
            System.arraycopy(recording, from, piece, 0, count);
            skipper.accept(piece, count);
        }
    }

    private static short[] speech(int seconds) {
        short[] tone = new short[seconds * HZ];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (Math.round(6_000 * Math.sin(i * 0.17)) | 1);
        }
        return tone;
    }

    private static short[] quiet(int seconds) {
        return new short[seconds * HZ];
    }

    private static short[] concat(short[]... parts) {
        List<Short> all = new ArrayList<>();
        for (short[] part : parts) {
            all.addAll(list(part));
        }
        short[] whole = new short[all.size()];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = all.get(i);
        }
        return whole;
    }

    private static List<Short> list(short[] samples) {
        List<Short> list = new ArrayList<>();
        for (short sample : samples) {
            list.add(sample);
        }
        return list;
    }

    private static Word word(long startMs, long endMs) {
        return new Word("word", startMs, endMs, 1);
    }

    /** Keeps what it hears. */
    private static final class Heard implements ChannelRecognition {
        private final List<Short> samples = new ArrayList<>();
        private final List<Phrase> phrases = new ArrayList<>();

        void says(Word word) {
            phrases.add(new Phrase(List.of(word)));
        }

        /** Where, in what was heard, the n-th stretch of sound begins. */
        long loudFromMs(int number) {
            int found = -1;
            boolean loud = false;
            for (int i = 0; i < samples.size(); i++) {
                boolean now = samples.get(i) != 0;
                if (now && !loud && ++found == number) {
                    return i * 1000L / HZ;
                }
                loud = now;
            }
            throw new AssertionError("no stretch of sound has the number " + number);
        }

        @Override
        public void accept(short[] chunk, int count) {
            for (int i = 0; i < count; i++) {
                samples.add(chunk[i]);
            }
        }

        @Override
        public List<Phrase> finish() {
            return phrases;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
