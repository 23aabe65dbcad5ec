package io.callscope.transcribe.transcript;

import io.callscope.model.transcript.Word;
import io.callscope.transcribe.diarize.VoiceSpan;
import io.callscope.transcribe.diarize.Voices;
import io.callscope.transcribe.recognize.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a recogniser took for one phrase where the voice changes: the other party often answers before any end is
 * heard. A single short word between two of the other voice stays with them. Stateless.
 */
final class VoiceSplitter {
    /** A turn of one word is believed when it is this sure, or stands alone. */
    private static final double SURE = 0.95;

    private VoiceSplitter() {}

    /** A word and the voice that is heard most while it lasts. */
    private record Voiced(Word word, int voice, double confidence) {}

    /**
     * @param voices two
     */
    static List<Spoken> split(int channel, List<Phrase> phrases, Voices voices) {
        List<Voiced> words = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int from = 0;
        for (Phrase phrase : phrases) {
            for (Word word : phrase.words()) {
                while (from < voices.spans().size() - 1
                        && voices.spans().get(from).endMs() <= word.startMs()) {
                    from++;
                }
                words.add(voiced(word, voices.spans(), from));
            }
            ends.add(words.size());
        }
        List<Spoken> spoken = new ArrayList<>();
        int begin = 0;
        for (int end : ends) {
            cut(channel, smoothed(words.subList(begin, end)), spoken);
            begin = end;
        }
        return spoken;
    }

    private static Voiced voiced(Word word, List<VoiceSpan> spans, int from) {
        double[] heard = new double[2];
        for (int i = from;
                i < spans.size() && spans.get(i).startMs() < Math.max(word.endMs(), word.startMs() + 1);
                i++) {
            VoiceSpan span = spans.get(i);
            double overlap = Math.min(word.endMs(), span.endMs()) - Math.max(word.startMs(), span.startMs());
            heard[span.voice()] += Math.max(0, overlap) * span.confidence();
            heard[1 - span.voice()] += Math.max(0, overlap) * (1 - span.confidence());
        }
        double total = heard[0] + heard[1];
        if (total <= 0) {
            return new Voiced(word, nearest(word, spans, from), 0.5);
        }
        int voice = heard[0] >= heard[1] ? 0 : 1;
        return new Voiced(word, voice, heard[voice] / total);
    }

    /** Where no voice is known, it is that of the speech next to the word. */
    private static int nearest(Word word, List<VoiceSpan> spans, int from) {
        VoiceSpan ahead = spans.get(Math.max(0, from - 1));
        VoiceSpan here = spans.get(from);
        long toAhead = Math.abs(word.startMs() - ahead.endMs());
        long toHere = Math.max(0, Math.max(here.startMs() - word.endMs(), word.startMs() - here.endMs()));
        return toAhead < toHere ? ahead.voice() : here.voice();
    }

    private static List<Voiced> smoothed(List<Voiced> words) {
        List<Voiced> smoothed = new ArrayList<>(words);
        for (int i = 1; i + 1 < smoothed.size(); i++) {
            Voiced word = smoothed.get(i);
            int around = smoothed.get(i - 1).voice();
            if (word.voice() != around && smoothed.get(i + 1).voice() == around && word.confidence() < SURE) {
                smoothed.set(i, new Voiced(word.word(), around, 1 - word.confidence()));
            }
        }
        return smoothed;
    }

    private static void cut(int channel, List<Voiced> words, List<Spoken> into) {
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).voice() != words.get(from).voice()) {
                List<Voiced> turn = words.subList(from, i);
                double confidence =
                        turn.stream().mapToDouble(Voiced::confidence).average().orElse(0.5);
                into.add(new Spoken(
                        channel,
                        turn.get(0).voice(),
                        confidence,
                        turn.stream().map(Voiced::word).toList()));
                from = i;
            }
        }
    }
}
