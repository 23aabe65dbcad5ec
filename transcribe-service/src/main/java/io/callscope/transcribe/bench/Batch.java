package io.callscope.transcribe.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Recordings that go through one measured pass together.
 *
 * @param first number of the first, from 0
 * @param size how many
 */
record Batch(int first, int size) {
    /** Splits {@code recordings} into batches of {@code most}; the last may have fewer. */
    static List<Batch> of(int recordings, int most) {
        return IntStream.iterate(0, first -> first < recordings, first -> first + most)
                .mapToObj(first -> new Batch(first, Math.min(most, recordings - first)))
                .toList();
    }
}
