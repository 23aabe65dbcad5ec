package io.callscope.analytics.repeats.report;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts are counted; null means all of them. A contact stands where it came in.
 *
 * @param reason id of the contact reason
 * @param stage id of the journey stage
 */
public record RepeatFilter(
        @Nullable String queue,
        @Nullable String team,
        @Nullable String reason,
        @Nullable String product,
        @Nullable String stage) {
    /** What a split is narrowed to; null when it is not. */
    @Nullable
    String value(Split split) {
        return switch (split) {
            case QUEUE -> queue;
            case TEAM -> team;
            case REASON -> reason;
            case PRODUCT -> product;
            case STAGE -> stage;
        };
    }

    public static RepeatFilter all() {
        return new RepeatFilter(null, null, null, null, null);
    }
}
