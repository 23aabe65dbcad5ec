package io.callscope.statistics;

import io.callscope.statistics.Alignment.Edit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Aligns recognised words with what was said at the least cost. Of alignments that cost the same it takes one with the
 * most hits, so that the counts do not hang on the order in which cells are filled. Memory grows with the sum of the
 * lengths and not with their product, so that a call of three hours can be aligned. Immutable, thread-safe.
 *
 * @see <a href="https://doi.org/10.1145/360825.360861">Hirschberg 1975</a>
 */
public final class WordAligner {
    /** Up to here the whole table is kept, a byte a cell: 4 MiB. */
    private static final long MOST_CELLS = 1L << 22;

    private static final Edit[] EDITS = Edit.values();

    private final EditCosts costs;
    private final long mostCells;

    public WordAligner(EditCosts costs) {
        this(costs, MOST_CELLS);
    }

    WordAligner(EditCosts costs, long mostCells) {
        this.costs = Objects.requireNonNull(costs, "costs");
        this.mostCells = mostCells;
    }

    /** With unit costs. */
    public static Alignment align(List<String> reference, List<String> hypothesis) {
        return new WordAligner(EditCosts.UNIT).of(reference, hypothesis);
    }

    /** Aligns words that count as the same when they are equal: normalise both sides before. */
    public Alignment of(List<String> reference, List<String> hypothesis) {
        Map<String, Integer> ids = new HashMap<>();
        int[] r = numbered(reference, ids);
        int[] h = numbered(hypothesis, ids);
        List<Edit> edits = new ArrayList<>(Math.max(r.length, h.length));
        new Work(r, h).align(0, r.length, 0, h.length, edits);
        return Alignment.of(edits);
    }

    private static int[] numbered(List<String> words, Map<String, Integer> ids) {
        return words.stream()
                .mapToInt(word -> ids.computeIfAbsent(word, unseen -> ids.size()))
                .toArray();
    }

    /** One alignment. Weights: the cost first, then the words of the reference that are no hit. */
    private final class Work {
        private final int[] reference;
        private final int[] hypothesis;
        private final long substitution;
        private final long deletion;
        private final long insertion;

        Work(int[] reference, int[] hypothesis) {
            this.reference = reference;
            this.hypothesis = hypothesis;
            long unit = reference.length + 1L;
            substitution = costs.substitution() * unit + 1;
            deletion = costs.deletion() * unit + 1;
            insertion = costs.insertion() * unit;
        }

        void align(int r0, int r1, int h0, int h1, List<Edit> edits) {
            int head = 0;
            while (r0 + head < r1 && h0 + head < h1 && reference[r0 + head] == hypothesis[h0 + head]) {
                head++;
            }
            int tail = 0;
            while (r0 + head < r1 - tail
                    && h0 + head < h1 - tail
                    && reference[r1 - tail - 1] == hypothesis[h1 - tail - 1]) {
                tail++;
            }
            add(edits, Edit.HIT, head);
            differing(r0 + head, r1 - tail, h0 + head, h1 - tail, edits);
            add(edits, Edit.HIT, tail);
        }

        private void differing(int r0, int r1, int h0, int h1, List<Edit> edits) {
            if (r0 == r1 || h0 == h1) {
                add(edits, Edit.DELETION, r1 - r0);
                add(edits, Edit.INSERTION, h1 - h0);
            } else if (r1 - r0 == 1 || (r1 - r0 + 1L) * (h1 - h0 + 1L) <= mostCells) {
                byTable(r0, r1, h0, h1, edits);
            } else {
                int middle = (r0 + r1) >>> 1;
                int split = split(r0, middle, r1, h0, h1);
                align(r0, middle, h0, split, edits);
                align(middle, r1, split, h1, edits);
            }
        }

        /** Where the hypothesis is to be cut for a cut of the reference in its middle. */
        private int split(int r0, int middle, int r1, int h0, int h1) {
            long[] ahead = forward(r0, middle, h0, h1);
            long[] behind = backward(middle, r1, h0, h1);
            int best = 0;
            for (int j = 1; j < ahead.length; j++) {
                if (ahead[j] + behind[j] < ahead[best] + behind[best]) {
                    best = j;
                }
            }
            return h0 + best;
        }

        /** Weight of aligning this stretch of the reference with each beginning of that of the hypothesis. */
        private long[] forward(int r0, int r1, int h0, int h1) {
            int width = h1 - h0;
            long[] row = new long[width + 1];
            for (int j = 1; j <= width; j++) {
                row[j] = row[j - 1] + insertion;
            }
            for (int i = r0; i < r1; i++) {
                long diagonal = row[0];
                row[0] += deletion;
                for (int j = 1; j <= width; j++) {
                    long onDiagonal = diagonal + (reference[i] == hypothesis[h0 + j - 1] ? 0 : substitution);
                    diagonal = row[j];
                    row[j] = Math.min(onDiagonal, Math.min(row[j] + deletion, row[j - 1] + insertion));
                }
            }
            return row;
        }

        /** Weight of aligning this stretch of the reference with each end of that of the hypothesis. */
        private long[] backward(int r0, int r1, int h0, int h1) {
            int width = h1 - h0;
            long[] row = new long[width + 1];
            for (int j = width - 1; j >= 0; j--) {
                row[j] = row[j + 1] + insertion;
            }
            for (int i = r1 - 1; i >= r0; i--) {
                long diagonal = row[width];
                row[width] += deletion;
                for (int j = width - 1; j >= 0; j--) {
                    long onDiagonal = diagonal + (reference[i] == hypothesis[h0 + j] ? 0 : substitution);
                    diagonal = row[j];
                    row[j] = Math.min(onDiagonal, Math.min(row[j] + deletion, row[j + 1] + insertion));
                }
            }
            return row;
        }

        private void byTable(int r0, int r1, int h0, int h1, List<Edit> edits) {
            int width = h1 - h0;
            byte[][] from = new byte[r1 - r0 + 1][width + 1];
            long[] row = new long[width + 1];
            for (int j = 1; j <= width; j++) {
                row[j] = row[j - 1] + insertion;
                from[0][j] = (byte) Edit.INSERTION.ordinal();
            }
            for (int i = 1; i <= r1 - r0; i++) {
                long diagonal = row[0];
                row[0] += deletion;
                from[i][0] = (byte) Edit.DELETION.ordinal();
                for (int j = 1; j <= width; j++) {
                    Edit edit = reference[r0 + i - 1] == hypothesis[h0 + j - 1] ? Edit.HIT : Edit.SUBSTITUTION;
                    long least = diagonal + (edit == Edit.HIT ? 0 : substitution);
                    diagonal = row[j];
                    if (row[j] + deletion < least) {
                        least = row[j] + deletion;
                        edit = Edit.DELETION;
                    }
                    if (row[j - 1] + insertion < least) {
                        least = row[j - 1] + insertion;
                        edit = Edit.INSERTION;
                    }
                    row[j] = least;
                    from[i][j] = (byte) edit.ordinal();
                }
            }
            addBackwards(from, edits);
        }

        private void addBackwards(byte[][] from, List<Edit> edits) {
            List<Edit> reversed = new ArrayList<>();
            int i = from.length - 1;
            int j = from[0].length - 1;
            while (i > 0 || j > 0) {
                Edit edit = EDITS[from[i][j]];
                reversed.add(edit);
                i -= edit == Edit.INSERTION ? 0 : 1;
                j -= edit == Edit.DELETION ? 0 : 1;
            }
            for (int k = reversed.size() - 1; k >= 0; k--) {
                edits.add(reversed.get(k));
            }
        }

        private static void add(List<Edit> edits, Edit edit, int times) {
            for (int i = 0; i < times; i++) {
                edits.add(edit);
            }
        }
    }
}
