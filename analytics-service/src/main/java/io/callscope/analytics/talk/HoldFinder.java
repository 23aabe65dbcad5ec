package io.callscope.analytics.talk;

import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a hold from dead air: somebody announced it, or music plays. Music is what sounds without words for most of the
 * time, loud enough in itself and beside the speech, so that a noisy room is none. One call's.
 */
final class HoldFinder {
    /** From the announcement to the silence. */
    private static final long ANNOUNCED_WITHIN_MS = 10_000;

    /** −18 dB: what is quieter beside the speech is the room. */
    private static final double BESIDE_SPEECH = 1 / 8.0;

    private static final int LEAST_BUCKETS = 3;
    private static final double FULL_SCALE = 255;

    private final Transcript transcript;
    private final @Nullable Waveform waveform;
    private final List<TalkSpan> speech;
    private final SpokenPhrases phrases;
    private final double levelDbfs;

    HoldFinder(
            Transcript transcript,
            @Nullable Waveform waveform,
            List<TalkSpan> speech,
            SpokenPhrases phrases,
            double levelDbfs) {
        this.transcript = transcript;
        this.waveform = waveform;
        this.speech = speech;
        this.phrases = phrases;
        this.levelDbfs = levelDbfs;
    }

    /** Those silences of a call that are holds. */
    List<TalkSpan> holds(List<TalkSpan> silences) {
        List<TalkSpan> announced = announcements();
        double needed = waveform == null ? FULL_SCALE : neededPeak(waveform);
        return silences.stream()
                .filter(silence -> announced.stream().anyMatch(said -> isBefore(said, silence))
                        || waveform != null && plays(waveform, needed, silence))
                .toList();
    }

    private static boolean isBefore(TalkSpan said, TalkSpan silence) {
        return said.startMs() < silence.startMs() && said.endMs() >= silence.startMs() - ANNOUNCED_WITHIN_MS;
    }

    private List<TalkSpan> announcements() {
        return transcript.utterances().stream()
                .filter(utterance -> utterance.party() != Party.CUSTOMER)
                .filter(utterance -> phrases.areIn(SpokenText.of(utterance).text()))
                .map(HoldFinder::span)
                .toList();
    }

    private static TalkSpan span(Utterance utterance) {
        return new TalkSpan(utterance.startMs(), utterance.endMs());
    }

    /** How loud music has to be. */
    private double neededPeak(Waveform measured) {
        int loudest = 0;
        for (int channel = 0; channel < measured.channels().size(); channel++) {
            byte[] peaks = measured.peaks(channel);
            int[] whileSpoken = speech.stream()
                    .flatMapToInt(said -> buckets(measured, peaks, said))
                    .sorted()
                    .toArray();
            if (whileSpoken.length > 0) {
                // three quarters: about half of the time it is the other channel that speaks
                loudest = Math.max(loudest, whileSpoken[whileSpoken.length * 3 / 4]);
            }
        }
        return Math.max(FULL_SCALE * Math.pow(10, levelDbfs / 20), loudest * BESIDE_SPEECH);
    }

    private static boolean plays(Waveform measured, double needed, TalkSpan silence) {
        for (int channel = 0; channel < measured.channels().size(); channel++) {
            int[] peaks = buckets(measured, measured.peaks(channel), silence).toArray();
            long sounding = Arrays.stream(peaks).filter(peak -> peak >= needed).count();
            if (peaks.length >= LEAST_BUCKETS && sounding * 2 > peaks.length) {
                return true;
            }
        }
        return false;
    }

    /** The peaks of the buckets that lie wholly in a stretch. */
    private static IntStream buckets(Waveform measured, byte[] peaks, TalkSpan span) {
        int from = (int) ((span.startMs() + measured.bucketMs() - 1) / measured.bucketMs());
        int to = (int) Math.min(peaks.length, span.endMs() / measured.bucketMs());
        return IntStream.range(from, Math.max(from, to)).map(i -> peaks[i] & 0xFF);
    }
}
