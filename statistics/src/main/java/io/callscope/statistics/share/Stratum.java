package io.callscope.statistics.share;

/**
 * Calls the machine gave one label, and what people say of the reviewed ones.
 *
 * @param calls all calls with this label, 1 or more
 * @param reviewed those people looked at, at most {@code calls}
 * @param confirmed those of them that people say have the label in question
 */
public record Stratum(long calls, long reviewed, long confirmed) {
    public Stratum {
        if (calls < 1 || reviewed < 0 || reviewed > calls || confirmed < 0 || confirmed > reviewed) {
            throw new IllegalArgumentException(
                    "%d calls, %d reviewed, %d confirmed: expected one call or more and falling counts"
                            .formatted(calls, reviewed, confirmed));
        }
    }

    /** How much of the calls is reviewed. */
    double part() {
        return (double) reviewed / calls;
    }
}
