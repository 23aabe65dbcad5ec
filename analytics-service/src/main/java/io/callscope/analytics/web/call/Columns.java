package io.callscope.analytics.web.call;

import java.util.List;

/**
 * A call cut into columns of equal time, so that its picture has one size whatever its length. Immutable.
 *
 * @param durationMs length of the call, more than 0
 */
record Columns(long durationMs) {
    /** As many as a wide page shows. */
    static final int COUNT = 800;

    Columns {
        if (durationMs < 1) {
            throw new IllegalArgumentException("call of %d ms: expected 1 or more".formatted(durationMs));
        }
    }

    /** The columns in which there is any of these stretches, as rectangles of a path. */
    String rectangles(List<Stretch> stretches, int y, int height) {
        StringBuilder path = new StringBuilder();
        int drawnTo = 0;
        for (Stretch stretch : stretches) {
            int from = Math.max(drawnTo, (int) (bounded(stretch.startMs()) * COUNT / durationMs));
            int to = (int) ((bounded(stretch.endMs()) * COUNT + durationMs - 1) / durationMs);
            if (to > from) {
                path.append("M%d %dh%dv%dh-%dz".formatted(from, y, to - from, height, to - from));
                drawnTo = to;
            }
        }
        return path.toString();
    }

    private long bounded(long ms) {
        return Math.max(0, Math.min(durationMs, ms));
    }

    /**
     * The loudest peak of each column.
     *
     * @param peaks a byte for each bucket, 0 to 255
     */
    int[] loudest(byte[] peaks, int bucketMs) {
        int[] columns = new int[COUNT];
        for (int column = 0; column < COUNT; column++) {
            long first = column * durationMs / COUNT / bucketMs;
            long last = ((column + 1) * durationMs - 1) / COUNT / bucketMs;
            for (long bucket = first; bucket <= Math.min(last, peaks.length - 1L); bucket++) {
                columns[column] = Math.max(columns[column], peaks[(int) bucket] & 0xFF);
            }
        }
        return columns;
    }

    /**
     * Bars on a base line as one path.
     *
     * @param heights by column; negative ones hang down from the line
     */
    static String bars(int[] heights, int base) {
        StringBuilder path = new StringBuilder("M0 ").append(base);
        int from = 0;
        for (int column = 1; column <= COUNT; column++) {
            if (column == COUNT || heights[column] != heights[from]) {
                path.append('V').append(base - heights[from]).append('h').append(column - from);
                from = column;
            }
        }
        return path.append('V').append(base).append('z').toString();
    }
}
