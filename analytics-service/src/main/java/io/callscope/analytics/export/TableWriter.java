package io.callscope.analytics.export;

import java.util.List;

/**
 * Writes a table to a stream, row by row, keeping no more than a few of them. Close it to end the file; what is written
 * to stays open. Not thread-safe. Every method throws {@link java.io.UncheckedIOException} when the reader goes away.
 */
public interface TableWriter extends AutoCloseable {
    /**
     * Writes a row.
     *
     * @throws IllegalArgumentException when it has not as many cells as there are columns
     */
    void row(List<Cell> cells);

    @Override
    void close();
}
