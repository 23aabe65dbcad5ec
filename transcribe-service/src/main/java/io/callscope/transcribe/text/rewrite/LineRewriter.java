package io.callscope.transcribe.text.rewrite;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Carries edits out. Stateless, thread-safe. */
public final class LineRewriter {
    private LineRewriter() {}

    /**
     * The utterance with its edits. What stands between them is as before; words of a redaction become one placeholder,
     * and where it is not known which words those are, the utterance has none any more.
     *
     * @param edits in any order, none overlapping
     * @throws IllegalArgumentException when two overlap or one reaches out of the text
     */
    public static Utterance apply(Line line, List<Edit> edits) {
        if (edits.isEmpty()) {
            return line.utterance();
        }
        List<Edit> ordered =
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
        Utterance given = line.utterance();
        StringBuilder text = new StringBuilder();
        List<Rewrite> rewrites = new ArrayList<>();
        int from = 0;
        for (Edit edit : ordered) {
            if (edit.start() < from || edit.end() > given.text().length()) {
                throw new IllegalArgumentException("edit of characters %d to %d: expected %d to %d"
                        .formatted(edit.start(), edit.end(), from, given.text().length()));
            }
            text.append(given.text(), from, edit.start());
            rewrites.add(rewrite(line, edit, text.length()));
            text.append(edit.written());
            from = edit.end();
        }
        text.append(given.text().substring(from));
        return new Utterance(
                given.id(),
                given.channel(),
                given.party(),
                given.startMs(),
                given.endMs(),
                text.toString(),
                given.confidence(),
                given.partyConfidence(),
                words(line, ordered),
                rewrites);
    }

    private static Rewrite rewrite(Line line, Edit edit, int at) {
        long startMs = line.startMs(edit.start());
        String said = line.utterance().text().substring(edit.start(), edit.end());
        return new Rewrite(
                edit.kind(),
                edit.sensitive(),
                at,
                at + edit.written().length(),
                edit.kind() == Rewrite.Kind.REDACTION ? null : edit.spoken() == null ? said : edit.spoken(),
                startMs,
                Math.max(startMs, line.endMs(edit.end())));
    }

    private static List<Word> words(Line line, List<Edit> edits) {
        List<Word> given = line.utterance().words();
        List<Edit> redactions = edits.stream()
                .filter(edit -> edit.kind() == Rewrite.Kind.REDACTION)
                .toList();
        if (redactions.isEmpty() || given.isEmpty()) {
            return given;
        }
        if (!line.timed()) {
            return List.of();
        }
        List<Word> words = new ArrayList<>();
        int next = 0;
        for (Edit redaction : redactions) {
            int[] gone = line.words(redaction.start(), redaction.end());
            if (gone[0] < next) {
                // two redactions within one word: the first placeholder stands for both
                continue;
            }
            words.addAll(given.subList(next, gone[0]));
            words.add(placeholder(redaction, given.subList(gone[0], gone[1])));
            next = gone[1];
        }
        words.addAll(given.subList(next, given.size()));
        return words;
    }

    private static Word placeholder(Edit redaction, List<Word> words) {
        double confidence =
                words.stream().mapToDouble(Word::confidence).average().orElse(0);
        long startMs = words.get(0).startMs();
        long endMs = words.stream().mapToLong(Word::endMs).max().orElse(startMs);
        return new Word(redaction.written(), startMs, endMs, confidence);
    }
}
