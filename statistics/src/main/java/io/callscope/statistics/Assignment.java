package io.callscope.statistics;

import java.util.Arrays;

/**
 * Gives each row a column of its own so that the costs add up to the least. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1002/nav.3800020109">Kuhn 1955</a>, in the O(n³) form with potentials
 */
final class Assignment {
    private Assignment() {}

    /**
     * The column of each row.
     *
     * @param costs shape n × n
     */
    static int[] least(long[][] costs) {
        int n = costs.length;
        long[] ofRow = new long[n + 1];
        long[] ofColumn = new long[n + 1];
        // column n is where a search starts; a row of -1 is none
        int[] rowOf = new int[n + 1];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < n; row++) {
            int[] before = new int[n];
            long[] slack = new long[n];
            Arrays.fill(slack, Long.MAX_VALUE);
            boolean[] seen = new boolean[n + 1];
            rowOf[n] = row;
            int column = n;
            while (rowOf[column] >= 0) {
                seen[column] = true;
                int current = rowOf[column];
                long least = Long.MAX_VALUE;
                int next = -1;
                for (int j = 0; j < n; j++) {
                    if (!seen[j]) {
                        long reduced = costs[current][j] - ofRow[current] - ofColumn[j];
                        if (reduced < slack[j]) {
                            slack[j] = reduced;
                            before[j] = column;
                        }
                        if (slack[j] < least) {
                            least = slack[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (seen[j]) {
                        ofRow[rowOf[j]] += least;
                        ofColumn[j] -= least;
                    } else if (j < n) {
                        slack[j] -= least;
                    }
                }
                column = next;
            }
            while (column != n) {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        int[] columnOf = new int[n];
        for (int j = 0; j < n; j++) {
            columnOf[rowOf[j]] = j;
        }
        return columnOf;
    }
}
