package io.callscope.statistics.paired;

/**
 * Two raters' yes or no on the same calls.
 *
 * @param both calls with a yes of both (a)
 * @param onlyFirst with a yes of the first only (b)
 * @param onlySecond with a yes of the second only (c)
 * @param neither with a no of both (d)
 */
public record PairedCounts(long both, long onlyFirst, long onlySecond, long neither) {
    public PairedCounts {
        if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
            throw new IllegalArgumentException(
                    "counts %d, %d, %d, %d: expected none negative".formatted(both, onlyFirst, onlySecond, neither));
        }
    }

    public long n() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** Calls on which they differ. */
    public long discordant() {
        return onlyFirst + onlySecond;
    }
}
