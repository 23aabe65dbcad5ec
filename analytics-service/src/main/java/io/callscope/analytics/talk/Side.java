package io.callscope.analytics.talk;

import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Those who speak on one side of a call. Immutable.
 *
 * @param party who they are
 * @param utterances what they say, in order
 * @param speech when they speak: words, and the pauses between them that are no silence; whole utterances where the
 *     source gave no words
 * @param phrases the same with pauses of a second taken in: whoever pauses for less is not done
 */
record Side(Party party, List<Utterance> utterances, List<TalkSpan> speech, List<TalkSpan> phrases) {
    /** Between two words of one breath; ITU-T P.56 keeps 0.2 s after speech as speech, recognisers cut words tighter. */
    private static final long WORD_PAUSE_MS = 300;

    private static final long PHRASE_PAUSE_MS = 1_000;

    /** Of fewer seconds a rate says nothing. */
    private static final long LEAST_SPEECH_MS = 5_000;

    private static final double MS_A_MINUTE = 60_000;

    private static final Set<String> PLACEHOLDERS = Arrays.stream(SensitiveData.values())
            .map(SensitiveData::placeholder)
            .collect(Collectors.toSet());

    static Side of(Party party, List<Utterance> utterances) {
        List<TalkSpan> speech = new ArrayList<>();
        utterances.forEach(utterance -> speech.addAll(speech(utterance, false)));
        List<TalkSpan> united = Spans.union(speech, 0);
        return new Side(party, utterances, united, Spans.union(united, PHRASE_PAUSE_MS));
    }

    private static List<TalkSpan> speech(Utterance utterance, boolean withoutTakenOut) {
        if (utterance.words().isEmpty()) {
            return utterance.endMs() > utterance.startMs()
                    ? List.of(new TalkSpan(utterance.startMs(), utterance.endMs()))
                    : List.of();
        }
        return Spans.union(
                utterance.words().stream()
                        .filter(word -> !withoutTakenOut || !isTakenOut(word))
                        .map(word -> new TalkSpan(word.startMs(), word.endMs()))
                        .toList(),
                WORD_PAUSE_MS);
    }

    private static boolean isTakenOut(Word word) {
        return PLACEHOLDERS.contains(word.text());
    }

    Set<Integer> channels() {
        return utterances.stream().map(Utterance::channel).collect(Collectors.toCollection(TreeSet::new));
    }

    long speechMs() {
        return Spans.lengthMs(speech);
    }

    @Nullable
    Long firstWordMs() {
        return speech.isEmpty() ? null : Long.valueOf(speech.get(0).startMs());
    }

    /** When the last word ends; null when nothing is said. */
    @Nullable
    Long lastWordMs() {
        return speech.isEmpty()
                ? null
                : Long.valueOf(speech.get(speech.size() - 1).endMs());
    }

    /** Words a minute of speech; what was taken out of the text counts neither as words nor as time. */
    @Nullable
    Double speechRateWpm() {
        List<TalkSpan> counted = new ArrayList<>();
        long words = 0;
        for (Utterance utterance : utterances) {
            counted.addAll(speech(utterance, true));
            words += utterance.words().isEmpty()
                    ? wordsOf(SpokenText.of(utterance).text())
                    : utterance.words().stream()
                            .filter(word -> !isTakenOut(word))
                            .count();
        }
        long ms = Spans.lengthMs(Spans.union(counted, 0));
        return ms < LEAST_SPEECH_MS ? null : Double.valueOf(words * MS_A_MINUTE / ms);
    }

    private static long wordsOf(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.contains(SpokenText.REDACTED) && !PLACEHOLDERS.contains(word))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .count();
    }
}
