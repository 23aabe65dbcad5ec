package io.callscope.transcribe.text;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;

/** Calls made of a few lines. */
public final class Texts {
    private static final long WORD_MS = 300;

    private Texts() {}

    /** Lines one after another; those that begin with "A: " are the agent's, those with "C: " the customer's. */
    public static Transcript call(String language, String... lines) {
        List<Utterance> utterances = new ArrayList<>();
        long at = 0;
        for (String line : lines) {
            boolean agent = line.startsWith("A: ");
            String text = agent || line.startsWith("C: ") ? line.substring(3) : line;
            long length = WORD_MS * text.split(" ").length;
            utterances.add(new Utterance(
                    utterances.size(),
                    agent ? 1 : 0,
                    agent ? Party.AGENT : Party.CUSTOMER,
                    at,
                    at + length,
                    text,
                    null,
                    List.of()));
            at += length + 500;
        }
        return new Transcript(language, TranscriptSource.IMPORTED, "test", null, at, 2, utterances);
    }

    /** One recognised utterance: every word takes 300 ms. */
    public static Transcript recognised(String language, String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            long start = words.size() * WORD_MS;
            words.add(new Word(word, start, start + WORD_MS, 0.9));
        }
        Utterance utterance = new Utterance(0, 0, Party.CUSTOMER, 0, words.size() * WORD_MS, text, 0.9, words);
        return new Transcript(language, TranscriptSource.RECOGNISED, "test", "h", 60_000, 2, List.of(utterance));
    }

    /** How a line is written. */
    public static String written(String language, String text) {
        return new TextSteps().apply(call(language, text)).utterances().get(0).text();
    }
}
