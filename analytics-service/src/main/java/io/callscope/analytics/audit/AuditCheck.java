package io.callscope.analytics.audit;

import org.jspecify.annotations.Nullable;

/**
 * Goes through the log row by row, in order, and finds the first that does not follow from those before it. One
 * thread's.
 */
public final class AuditCheck {
    private final @Nullable String sought;
    private String head = AuditChain.START;
    private long rows;
    private boolean found;
    private @Nullable String problem;

    /**
     * @param sought a head that was noted earlier and must still stand in the log; null for none
     */
    public AuditCheck(@Nullable String sought) {
        this.sought = sought;
        this.found = sought == null || sought.equals(AuditChain.START);
    }

    /** Looks at the next row; false when nothing after it can be trusted. */
    public boolean next(AuditRow row) {
        long expected = rows + 1;
        if (row.seq() != expected) {
            problem = "row %d: expected row %d, so rows are missing or were added".formatted(row.seq(), expected);
            return false;
        }
        String computed = AuditChain.hash(head, row.seq(), row.at(), row.event());
        if (!computed.equals(row.hash())) {
            problem = "row %d of %s: its hash does not follow from its content and the row before it"
                    .formatted(row.seq(), row.at());
            return false;
        }
        head = computed;
        rows = row.seq();
        found = found || head.equals(sought);
        return true;
    }

    /** What was found once all rows were looked at. */
    public Result result() {
        if (problem == null && !found) {
            return new Result(
                    rows,
                    head,
                    "the noted head %s stands nowhere in the log: its end was cut off or rewritten".formatted(sought));
        }
        return new Result(rows, head, problem);
    }

    /**
     * @param rows good rows from the start
     * @param head the hash of the last of them: note it elsewhere, so that a cut end is found later
     * @param problem what is wrong; null when nothing is
     */
    public record Result(long rows, String head, @Nullable String problem) {
        public boolean isIntact() {
            return problem == null;
        }
    }
}
