package io.callscope.transcribe.bench.redact;

import io.callscope.model.transcript.SensitiveData;

/**
 * How well one kind of data is found in one language.
 *
 * @param language primary language subtag
 * @param kind what is looked for
 * @param cases calls that hold it
 * @param found of these, how many have every secret word taken out as this kind
 * @param removed of these, how many have every secret word taken out, as whatever kind
 * @param taken placeholders of this kind in all calls
 * @param right of these, how many stand for a secret word of this kind
 */
public record RedactScore(
        String language, SensitiveData kind, int cases, int found, int removed, int taken, int right) {
    /** Share of the calls in which it is found; 1 when there are none. */
    public double recall() {
        return cases == 0 ? 1 : (double) found / cases;
    }

    /** Share of the calls in which nothing of it is left, whatever it was taken for; 1 when there are none. */
    public double removedShare() {
        return cases == 0 ? 1 : (double) removed / cases;
    }

    /** Share of the placeholders that are right; 1 when there are none. */
    public double precision() {
        return taken == 0 ? 1 : (double) right / taken;
    }
}
