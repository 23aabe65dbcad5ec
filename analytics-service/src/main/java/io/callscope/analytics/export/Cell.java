package io.callscope.analytics.export;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a table; a spreadsheet can sum and sort everything but texts. */
public sealed interface Cell {
    /** Words. They are never taken for a formula. */
    record Text(String text) implements Cell {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A whole number. */
    record Whole(long value) implements Cell {}

    /** A number with two digits behind the comma. */
    record Decimal(double value) implements Cell {
        public Decimal {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("%s: expected a number".formatted(value));
            }
        }
    }

    /** A day and a time of it, as clocks show it where the table is read. */
    record Moment(LocalDateTime at) implements Cell {
        public Moment {
            Objects.requireNonNull(at, "at");
        }
    }

    /** Nothing is known. */
    record Empty() implements Cell {}

    Cell EMPTY = new Empty();

    /** Words, or nothing where there are none. */
    static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    /** A whole number, or nothing where there is none. */
    static Cell whole(@Nullable Number value) {
        return value == null ? EMPTY : new Whole(value.longValue());
    }
}
