package io.callscope.transcribe.bench.redact;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a call line by line. Not thread-safe. */
final class Script {
    private static final long WORD_MS = 350;
    private static final long PAUSE_MS = 600;

    private final List<List<Piece>> lines = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    private record Piece(String text, boolean secret) {}

    /** Begins a line. */
    Script line(Party party) {
        parties.add(party);
        lines.add(new ArrayList<>());
        return this;
    }

    /** Adds words that anybody may read. */
    Script say(String words) {
        return add(words, false);
    }

    /** Adds words that must go. */
    Script secret(String words) {
        return add(words, true);
    }

    private Script add(String words, boolean secret) {
        for (String word : words.strip().split(" +")) {
            if (!word.isEmpty()) {
                lines.get(lines.size() - 1).add(new Piece(word, secret));
            }
        }
        return this;
    }

    /**
     * @param recognised with the times of its words; otherwise imported without any
     */
    RedactCase end(int number, String language, @Nullable SensitiveData kind, boolean recognised) {
        List<Utterance> utterances = new ArrayList<>();
        List<RedactCase.Secret> secrets = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<Piece> pieces = lines.get(i);
            if (pieces.isEmpty()) {
                continue;
            }
            String text = String.join(" ", pieces.stream().map(Piece::text).toList());
            long length = WORD_MS * pieces.size();
            List<Word> words = new ArrayList<>();
            int character = 0;
            for (Piece piece : pieces) {
                long start = at + WORD_MS * words.size();
                words.add(new Word(piece.text(), start, start + WORD_MS, 0.9));
                if (piece.secret()) {
                    long said = recognised ? start : at + length * character / text.length();
                    secrets.add(new RedactCase.Secret(utterances.size(), said));
                }
                character += piece.text().length() + 1;
            }
            int channel = parties.get(i) == Party.AGENT ? 1 : 0;
            utterances.add(new Utterance(
                    utterances.size(),
                    channel,
                    parties.get(i),
                    at,
                    at + length,
                    text,
                    recognised ? 0.9 : null,
                    recognised ? words : List.of()));
            at += length + PAUSE_MS;
        }
        Transcript call = new Transcript(
                language,
                recognised ? TranscriptSource.RECOGNISED : TranscriptSource.IMPORTED,
                "made-up",
                recognised ? "made-up" : null,
                at,
                2,
                utterances);
        return new RedactCase(number, kind, call, secrets);
    }
}
