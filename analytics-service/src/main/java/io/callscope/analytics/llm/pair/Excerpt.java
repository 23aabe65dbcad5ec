package io.callscope.analytics.llm.pair;

import io.callscope.analytics.llm.prompt.Line;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.analytics.llm.prompt.TranscriptBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What of a long call is shown beside another: its beginning, where a customer says what it is about, and its end, where
 * it is told how the matter stands. Immutable.
 */
final class Excerpt {
    /** Of the room, for the beginning. */
    private static final double BEGINNING = 0.7;

    private final TranscriptBlock block;
    private final int room;

    /**
     * @param room in tokens
     */
    Excerpt(TranscriptBlock block, int room) {
        this.block = block;
        this.room = room;
    }

    /** The lines in their order, all of them where they have room. */
    List<Line> of(List<Line> lines) {
        int first = fitting(lines, room);
        if (first == lines.size()) {
            return lines;
        }
        first = Math.max(1, fitting(lines, (int) (room * BEGINNING)));
        List<Line> backwards = new ArrayList<>(lines.subList(first, lines.size()));
        Collections.reverse(backwards);
        int last = fitting(backwards, room - tokens(lines.subList(0, first)));
        List<Line> shown = new ArrayList<>(lines.subList(0, first));
        shown.addAll(lines.subList(lines.size() - last, lines.size()));
        if (first == 1 && last == 0) {
            // one line longer than the room
            return shown.get(0).inParts(room).subList(0, 1);
        }
        return shown;
    }

    /** How many of the first lines have room. */
    private int fitting(List<Line> lines, int tokens) {
        int left = tokens;
        for (int i = 0; i < lines.size(); i++) {
            left -= tokens(lines.get(i));
            if (left < 0) {
                return i;
            }
        }
        return lines.size();
    }

    private int tokens(List<Line> lines) {
        return lines.stream().mapToInt(this::tokens).sum();
    }

    private int tokens(Line line) {
        return TokenEstimate.of(block.line(line) + "\n");
    }
}
