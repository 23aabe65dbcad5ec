package io.callscope.transcribe.recognize;

import io.callscope.model.transcript.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Understands nothing: for tests and rehearsals without a model. It makes one word of each half second, chosen by the
 * samples in it, so the same audio has the same transcript on every run and every machine. Thread-safe.
 */
public final class ScriptedRecognizer implements SpeechRecognizer {
    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int WORD_SAMPLES = SAMPLE_RATE_HZ / 2;
    private static final int WORD_MS = 500;
    private static final int PHRASE_WORDS = 6;
    private static final List<String> WORDS = List.of(
            "alpha",
            "bravo",
            "charlie",
            "delta",
            "echo",
            "foxtrot",
            "golf",
            "hotel",
            "india",
            "juliett",
            "kilo",
            "lima",
            "mike",
            "november",
            "oscar",
            "papa");

    private final Duration pausePerSecond;

    public ScriptedRecognizer() {
        this(Duration.ZERO);
    }

    /**
     * @param pausePerSecond how long it takes for a second of audio, to rehearse slow work
     */
    public ScriptedRecognizer(Duration pausePerSecond) {
        this.pausePerSecond = Objects.requireNonNull(pausePerSecond, "pausePerSecond");
    }

    @Override
    public AsrModel model() {
        return new AsrModel("scripted", "0".repeat(64), SAMPLE_RATE_HZ);
    }

    @Override
    public ChannelRecognition begin() {
        return new Scripted(pausePerSecond.toNanos());
    }

    @Override
    public void close() {
        // holds nothing
    }

    private static final class Scripted implements ChannelRecognition {
        private final long pausePerSecondNanos;
        private final List<Word> words = new ArrayList<>();
        private long seen;
        private int state = 1;

        Scripted(long pausePerSecondNanos) {
            this.pausePerSecondNanos = pausePerSecondNanos;
        }

        @Override
        public void accept(short[] samples, int count) {
            for (int i = 0; i < count; i++) {
                state = 31 * state + samples[i];
                seen++;
                if (seen % WORD_SAMPLES == 0) {
                    addWord();
                }
            }
            if (pausePerSecondNanos > 0) {
                LockSupport.parkNanos(pausePerSecondNanos * count / SAMPLE_RATE_HZ);
            }
        }

        private void addWord() {
            long start = (long) words.size() * WORD_MS;
            String text = WORDS.get(Math.floorMod(state, WORDS.size()));
            words.add(new Word(text, start, start + WORD_MS, 0.5 + Math.floorMod(state, 50) / 100.0));
        }

        @Override
        public List<Phrase> finish() {
            List<Phrase> phrases = new ArrayList<>();
            for (int from = 0; from < words.size(); from += PHRASE_WORDS) {
                phrases.add(new Phrase(words.subList(from, Math.min(words.size(), from + PHRASE_WORDS))));
            }
            return phrases;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
