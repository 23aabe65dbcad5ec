package io.callscope.analytics.store;

import io.callscope.model.analysis.Force;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for. A null component does not filter.
 *
 * @param flagged only calls with a flag, or only those without
 * @param force calls with a mark of this force
 * @param code calls with a mark of this code
 * @param rule calls with a flag of this rule
 * @param language calls in this language
 * @param from calls that started at or after
 * @param to calls that started before
 * @param text words that the transcript has, in any form
 * @param state calls in this state
 * @param page from 1
 * @param pageSize 1 to 200
 */
public record CallFilter(
        @Nullable Boolean flagged,
        @Nullable Force force,
        @Nullable String code,
        @Nullable String rule,
        @Nullable String language,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable CallState state,
        int page,
        int pageSize) {
    /** Most calls on one page. */
    public static final int MAX_PAGE_SIZE = 200;

    public CallFilter {
        if (page < 1 || page > 1_000_000) {
            throw new IllegalArgumentException("page %d: expected 1 to 1000000".formatted(page));
        }
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("page size %d: expected 1 to %d".formatted(pageSize, MAX_PAGE_SIZE));
        }
    }

    /** Every call, fifty a page. */
    public static CallFilter everything() {
        return new CallFilter(null, null, null, null, null, null, null, null, null, 1, 50);
    }

    long offset() {
        return (page - 1L) * pageSize;
    }
}
