package io.callscope.standalone.quality;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transcripts and references made of plain text. */
final class Spoken {
    private Spoken() {}

    /** {@code "agent: good day"}, and so on; every word with this confidence. */
    static Transcript heard(int channels, double confidence, String... turns) {
        List<Utterance> utterances = new ArrayList<>();
        for (String turn : turns) {
            Party party = Party.ofId(turn.substring(0, turn.indexOf(':')));
            String text = turn.substring(turn.indexOf(':') + 1).strip();
            long start = utterances.size() * 1_000L;
            List<Word> words = new ArrayList<>();
            for (String word : text.split(" ")) {
                words.add(new Word(word, start, start + 500, confidence));
            }
            utterances.add(new Utterance(utterances.size(), 0, party, start, start + 500, text, confidence, words));
        }
        return new Transcript(
                "en", TranscriptSource.RECOGNISED, "m", null, 1_000L * turns.length, channels, utterances);
    }

    /** {@code "agent: Good day."}, and so on. */
    static ReferenceCall said(String name, String... turns) {
        Map<Party, List<String>> lines = new LinkedHashMap<>();
        for (String turn : turns) {
            lines.computeIfAbsent(Party.ofId(turn.substring(0, turn.indexOf(':'))), any -> new ArrayList<>())
                    .add(turn.substring(turn.indexOf(':') + 1).strip());
        }
        return new ReferenceCall(name, Path.of(name + ".wav"), List.of(), lines);
    }
}
