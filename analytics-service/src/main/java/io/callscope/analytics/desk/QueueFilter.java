package io.callscope.analytics.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cards are asked for. A null component does not filter. Immutable.
 *
 * @param rule cards with a reason of this rule
 * @param team cards with a call of this team
 * @param agent cards whose leading reason is of a call of this agent
 * @param page from 1
 */
public record QueueFilter(
        View view,
        @Nullable String rule,
        @Nullable Integer priority,
        @Nullable String team,
        @Nullable String agent,
        int page) {
    /** Cards on a page. */
    public static final int PAGE_SIZE = 20;

    public QueueFilter {
        if (page < 1 || page > 100_000) {
            throw new IllegalArgumentException("page %d: expected 1 to 100000".formatted(page));
        }
    }

    /** By what became of them. */
    public enum View {
        /** What the viewer could check now. */
        QUEUE,
        /** What he works on, put off, or was handed. */
        MINE,
        IN_WORK,
        PUT_OFF,
        HANDED_OVER,
        CHECKED_TODAY;

        /** In addresses. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<View> ofId(String id) {
            return Arrays.stream(values())
                    .filter(value -> value.id().equals(id))
                    .findFirst();
        }
    }

    public static QueueFilter of(View view) {
        return new QueueFilter(view, null, null, null, null, 1);
    }

    /** Whether the line is drawn: in the whole queue only. */
    public boolean hasLine() {
        return view == View.QUEUE && !isNarrowed();
    }

    /** Whether the line itself is on this page. */
    public boolean showsLine() {
        return hasLine() && page == 1;
    }

    public boolean isNarrowed() {
        return rule != null || priority != null || team != null || agent != null;
    }

    long offset() {
        return (page - 1L) * PAGE_SIZE;
    }
}
