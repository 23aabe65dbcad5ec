package io.callscope.transcribe.bench;

import java.util.List;

/**
 * How large the recogniser's process was after each of its calls. Immutable.
 *
 * @param bytes resident size after call 1, 2, …; 0 where the system does not tell
 */
public record MemoryOverCalls(List<Long> bytes) {
    public MemoryOverCalls {
        bytes = List.copyOf(bytes);
        if (bytes.isEmpty()) {
            throw new IllegalArgumentException("no call was measured: expected one or more");
        }
    }

    public int calls() {
        return bytes.size();
    }

    /** MiB after so many of the calls, 0 to 1. */
    public long mebibytesAt(double share) {
        int place = (int) Math.round(share * (bytes.size() - 1));
        return bytes.get(place) >> 20;
    }

    /** The largest, MiB. */
    public long mostMebibytes() {
        return bytes.stream().mapToLong(Long::longValue).max().orElseThrow() >> 20;
    }

    /**
     * How much it still grows: the mean over the last quarter over that of the second one. The first quarter is left
     * out: buffers and the heap find their size there.
     */
    public double growth() {
        double early = mean(0.25, 0.5);
        return early == 0 ? 1 : mean(0.75, 1) / early;
    }

    private double mean(double from, double to) {
        int first = (int) (from * bytes.size());
        int end = Math.max(first + 1, (int) (to * bytes.size()));
        return bytes.subList(first, end).stream()
                .mapToLong(Long::longValue)
                .average()
                .orElse(0);
    }
}
