package io.callscope.statistics;

/**
 * What an alignment of two word sequences pays for each difference; a hit costs nothing.
 *
 * @param substitution of one word by another, at least 1
 * @param deletion of a reference word, at least 1
 * @param insertion of a word, at least 1
 */
public record EditCosts(int substitution, int deletion, int insertion) {
    /** Every difference costs the same: the least number of errors, Levenshtein's distance. */
    public static final EditCosts UNIT = new EditCosts(1, 1, 1);

    /**
     * Those of NIST's sclite. They keep more hits and can count more errors than {@link #UNIT} on the same pair, so
     * figures of the two are never put in one row.
     *
     * @see <a href="https://github.com/usnistgov/SCTK">SCTK, doc/sclite.htm</a>
     */
    public static final EditCosts SCLITE = new EditCosts(4, 3, 3);

    private static final int MOST = 1_000;

    public EditCosts {
        if (Math.min(substitution, Math.min(deletion, insertion)) < 1
                || Math.max(substitution, Math.max(deletion, insertion)) > MOST) {
            throw new IllegalArgumentException(
                    "costs %d, %d, %d: expected 1 to %d".formatted(substitution, deletion, insertion, MOST));
        }
    }
}
