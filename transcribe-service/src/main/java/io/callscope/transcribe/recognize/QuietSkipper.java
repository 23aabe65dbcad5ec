package io.callscope.transcribe.recognize;

import io.callscope.model.transcript.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Spares a recogniser the long quiet of a channel whose party listens: its network works as hard on silence as on speech,
 * and in a call of two channels each is silent for about half of the time. What is left of a pause is long enough for the
 * recogniser to hear the end of a phrase in it, and speech begins with a run-up. Times are those of the recording.
 *
 * <p>Quiet is below {@value #QUIET_RMS} steps of 16 bits, about -58 dBFS: under what telephone speech falls to within a
 * word. A line that hums louder than that is never skipped. Used by one thread.
 */
final class QuietSkipper implements ChannelRecognition {
    /** Raised when what is skipped changes, since words may change with it. */
    static final String VERSION = "quiet-1";

    private static final int FRAMES_PER_SECOND = 100;
    private static final int QUIET_RMS = 40;
    private static final int AFTER_SPEECH_MS = 500;
    private static final int BEFORE_SPEECH_MS = 300;

    /** From this sample of what was recognised on, so many samples of the recording are missing. */
    private record Gap(long at, long missing) {}

    private final ChannelRecognition inner;
    private final int rateHz;
    private final int frame;
    private final long afterSpeech;
    private final int beforeSpeech;
    private final List<Gap> gaps = new ArrayList<>();
    private final Deque<short[]> held = new ArrayDeque<>();
    private int heldSamples;
    private long quiet;
    private long skipped;
    private long passed;
    private short[] passing = new short[0];
    private int length;

    QuietSkipper(ChannelRecognition inner, int rateHz) {
        this.inner = inner;
        this.rateHz = rateHz;
        this.frame = rateHz / FRAMES_PER_SECOND;
        this.afterSpeech = (long) rateHz * AFTER_SPEECH_MS / 1000;
        this.beforeSpeech = rateHz * BEFORE_SPEECH_MS / 1000;
    }

    @Override
    public void accept(short[] samples, int count) {
        for (int from = 0; from < count; from += frame) {
            int to = Math.min(count, from + frame);
            if (!isQuiet(samples, from, to)) {
                release();
                quiet = 0;
                pass(samples, from, to);
            } else {
                quiet += to - from;
                if (quiet <= afterSpeech) {
                    pass(samples, from, to);
                } else {
                    hold(Arrays.copyOfRange(samples, from, to));
                }
            }
        }
        send();
    }

    private static boolean isQuiet(short[] samples, int from, int to) {
        long energy = 0;
        for (int i = from; i < to; i++) {
            energy += (long) samples[i] * samples[i];
        }
        return energy < (long) QUIET_RMS * QUIET_RMS * (to - from);
    }

    private void hold(short[] piece) {
        held.addLast(piece);
        heldSamples += piece.length;
        while (heldSamples - held.getFirst().length >= beforeSpeech) {
            int dropped = held.removeFirst().length;
            heldSamples -= dropped;
            skipped += dropped;
        }
    }

    /** What was held back comes after all: speech begins, or the recording ends. */
    private void release() {
        if (held.isEmpty()) {
            return;
        }
        if (skipped > 0) {
            gaps.add(new Gap(passed, skipped));
        }
        for (short[] piece : held) {
            pass(piece, 0, piece.length);
        }
        held.clear();
        heldSamples = 0;
    }

    private void pass(short[] samples, int from, int to) {
        int count = to - from;
        if (passing.length < length + count) {
            passing = Arrays.copyOf(passing, Math.max(length + count, passing.length * 2));
        }
        System.arraycopy(samples, from, passing, length, count);
        length += count;
        passed += count;
    }

    private void send() {
        if (length > 0) {
            inner.accept(passing, length);
            length = 0;
        }
    }

    @Override
    public List<Phrase> finish() {
        release();
        send();
        return inner.finish().stream().map(this::inTime).toList();
    }

    private Phrase inTime(Phrase phrase) {
        return new Phrase(phrase.words().stream()
                .map(word -> new Word(
                        word.text(),
                        word.startMs() + missingMs(word.startMs(), true),
                        word.endMs() + missingMs(word.endMs(), false),
                        word.confidence()))
                .toList());
    }

    /**
     * What is missing before a moment of what was recognised.
     *
     * @param from whether something begins at that moment, which then lies behind a gap there; what ends there lies
     *     before it
     */
    private long missingMs(long ms, boolean from) {
        long sample = ms * rateHz / 1000;
        long missing = 0;
        for (Gap gap : gaps) {
            if (gap.at() < sample || from && gap.at() == sample) {
                missing = gap.missing();
            }
        }
        return missing * 1000 / rateHz;
    }

    @Override
    public void close() {
        inner.close();
    }
}
