package io.callscope.analytics.llm.prompt;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of a call's block: an utterance, or a part of one that is longer than a block may be.
 *
 * @param utteranceId the utterance
 * @param party who says it
 * @param text what is said, as it is written in the transcript
 */
public record Line(int utteranceId, Party party, String text) {
    public Line {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
    }

    /** A call's lines, one an utterance, those in which nothing is said left out. */
    public static List<Line> of(Transcript transcript) {
        return transcript.utterances().stream()
                .filter(utterance -> !utterance.text().isBlank())
                .map(Line::of)
                .toList();
    }

    private static Line of(Utterance utterance) {
        return new Line(utterance.id(), utterance.party(), utterance.text());
    }

    /**
     * The line in parts of at most so many tokens, cut between words; a single word that is longer stays whole.
     *
     * @param mostTokens 1 or more
     */
    public List<Line> inParts(int mostTokens) {
        if (TokenEstimate.of(text) <= mostTokens) {
            return List.of(this);
        }
        List<Line> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!part.isEmpty() && TokenEstimate.of(part + " " + word) > mostTokens) {
                parts.add(new Line(utteranceId, party, part.toString()));
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : " ").append(word);
        }
        parts.add(new Line(utteranceId, party, part.toString()));
        return parts;
    }

    /** Words of a call are in here: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "Line[utteranceId=%d, party=%s, characters=%d]".formatted(utteranceId, party, text.length());
    }
}
