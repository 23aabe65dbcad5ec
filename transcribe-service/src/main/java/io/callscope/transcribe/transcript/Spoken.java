package io.callscope.transcribe.transcript;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Continuous speech of one side, whose party is not known yet.
 *
 * @param channel where it was heard
 * @param side whom it is of: the channel where each party has one, else the voice
 * @param sideConfidence how sure that is, 0 to 1; null when the channel says so
 * @param words one or more, in order of time
 */
record Spoken(int channel, int side, @Nullable Double sideConfidence, List<Word> words) {
    long startMs() {
        return words.get(0).startMs();
    }

    long endMs() {
        return words.get(words.size() - 1).endMs();
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    Utterance utterance(int id, Party party) {
        double confidence =
                words.stream().mapToDouble(Word::confidence).average().orElse(0);
        return new Utterance(
                id, channel, party, startMs(), endMs(), text(), confidence, sideConfidence, words, List.of());
    }
}
