package io.callscope.analytics.examples;

import java.util.Arrays;
import java.util.SortedMap;

/** The places of features that are two smaller ones in a row. Looked up without boxing. Immutable. */
final class PlaceTable {
    /** No such feature. */
    static final int NONE = -1;

    private final long[] keys;
    private final int[] places;

    /** @param places by {@link #key} */
    PlaceTable(SortedMap<Long, Integer> places) {
        this.keys = places.keySet().stream().mapToLong(Long::longValue).toArray();
        this.places = places.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Of two features, by their places, both 0 or more. */
    static long key(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }

    /** Where the two in a row stand; {@link #NONE} when no phrase has them so. */
    int place(int first, int second) {
        int at = Arrays.binarySearch(keys, key(first, second));
        return at < 0 ? NONE : places[at];
    }
}
