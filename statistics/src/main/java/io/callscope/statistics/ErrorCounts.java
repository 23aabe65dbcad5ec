package io.callscope.statistics;

/**
 * How recognised words compare with what was said. Counts of calls are added up and the rates taken of the sum: rates
 * of calls are never averaged, because a short call would weigh as much as a long one. Immutable.
 *
 * @param hits words that are the same
 * @param substitutions words that were taken for others
 * @param deletions words that were said and not recognised
 * @param insertions words that were recognised and not said
 */
public record ErrorCounts(long hits, long substitutions, long deletions, long insertions) {
    /** Nothing compared yet. */
    public static final ErrorCounts EMPTY = new ErrorCounts(0, 0, 0, 0);

    public ErrorCounts {
        if (hits < 0 || substitutions < 0 || deletions < 0 || insertions < 0) {
            throw new IllegalArgumentException("counts %d, %d, %d, %d: expected none negative"
                    .formatted(hits, substitutions, deletions, insertions));
        }
    }

    public ErrorCounts plus(ErrorCounts other) {
        return new ErrorCounts(
                hits + other.hits,
                substitutions + other.substitutions,
                deletions + other.deletions,
                insertions + other.insertions);
    }

    /** S + D + I. */
    public long errors() {
        return substitutions + deletions + insertions;
    }

    /** Words of the reference: H + S + D. */
    public long reference() {
        return hits + substitutions + deletions;
    }

    /** Words of the hypothesis: H + S + I. */
    public long hypothesis() {
        return hits + substitutions + insertions;
    }

    /**
     * Word error rate, (S + D + I) / (H + S + D), 0 or more and not bounded by 1. Against an empty reference it is the
     * number of insertions, as jiwer has it.
     *
     * @see <a href="https://doi.org/10.21437/Interspeech.2004-668">Morris, Maier and Green 2004</a>, for this and the
     *     two below
     */
    public double wer() {
        return (double) errors() / Math.max(1, reference());
    }

    /** Match error rate, (S + D + I) / (H + S + D + I): share of aligned places that are wrong, 0 to 1. */
    public double mer() {
        return (double) errors() / Math.max(1, hits + errors());
    }

    /** Word information lost, 1 − (H / reference) (H / hypothesis), 0 to 1; 0 when both are empty. */
    public double wil() {
        if (hits == 0) {
            return errors() == 0 ? 0 : 1;
        }
        return 1 - ((double) hits / reference()) * ((double) hits / hypothesis());
    }
}
