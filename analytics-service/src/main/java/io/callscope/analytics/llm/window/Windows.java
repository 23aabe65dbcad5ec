package io.callscope.analytics.llm.window;

import io.callscope.analytics.llm.prompt.Line;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.analytics.llm.prompt.TranscriptBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a call that is longer than a model's window into parts. Every line is in at least one part; a part begins with
 * the last lines of the one before, so that what is said across a border is whole somewhere. Immutable.
 */
public final class Windows {
    /** An utterance longer than this share of a window is cut, or it could not overlap. */
    private static final int PARTS_OF_LONG_LINES = 4;

    private final TranscriptBlock block;
    private final int budget;
    private final int overlap;

    /**
     * @param budget how many tokens the lines of a window may take, by estimate, 200 or more
     * @param overlap how many tokens of a window are repeated in the next at the most, less than half of the budget
     * @throws IllegalArgumentException when a value is out of its range
     */
    public Windows(TranscriptBlock block, int budget, int overlap) {
        if (budget < 200 || overlap < 0 || overlap >= budget / 2) {
            throw new IllegalArgumentException(
                    "window of %d tokens, overlap %d: expected 200 or more, and less than half of it"
                            .formatted(budget, overlap));
        }
        this.block = block;
        this.budget = budget;
        this.overlap = overlap;
    }

    /** The lines of each window, in order of time; none when nothing is said. */
    public List<List<Line>> of(List<Line> lines) {
        List<Line> parts = lines.stream()
                .flatMap(line -> line.inParts(budget / PARTS_OF_LONG_LINES).stream())
                .toList();
        List<List<Line>> windows = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = end(parts, from);
            windows.add(List.copyOf(parts.subList(from, to)));
            if (to == parts.size()) {
                break;
            }
            from = Math.max(from + 1, start(parts, to));
        }
        return windows;
    }

    /** One past the last line that has room. */
    private int end(List<Line> parts, int from) {
        int tokens = 0;
        int to = from;
        while (to < parts.size()) {
            tokens += tokens(parts.get(to));
            if (tokens > budget && to > from) {
                break;
            }
            to++;
        }
        return to;
    }

    /** The first of the lines that the next window repeats. */
    private int start(List<Line> parts, int end) {
        int tokens = 0;
        int from = end;
        while (from > 0 && tokens + tokens(parts.get(from - 1)) <= overlap) {
            from--;
            tokens += tokens(parts.get(from));
        }
        return from;
    }

    private int tokens(Line line) {
        // the line end is a token of its own
        return TokenEstimate.of(block.line(line)) + 1;
    }
}
