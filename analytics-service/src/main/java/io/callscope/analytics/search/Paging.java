package io.callscope.analytics.search;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1
 * @param size calls a page, 1 to 200
 */
public record Paging(int page, int size) {
    /** Most calls on one page. */
    public static final int MAX_SIZE = 200;

    /** How deep a list can be leafed through, in calls: whoever looks for more should ask for less. */
    public static final int MAX_DEPTH = 10_000;

    public Paging {
        if (page < 1 || page > 1_000_000) {
            throw new IllegalArgumentException("page %d: expected 1 to 1000000".formatted(page));
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page size %d: expected 1 to %d".formatted(size, MAX_SIZE));
        }
    }

    /** The first fifty. */
    public static Paging first() {
        return new Paging(1, 50);
    }

    /** How many calls come before this page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** Whether the page lies within {@link #MAX_DEPTH}. */
    public boolean isReachable() {
        return offset() < MAX_DEPTH;
    }
}
