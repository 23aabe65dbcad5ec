package io.callscope.analytics.web.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A time that moves on with the day: kept in a saved view, it always means the current one. */
public enum Period {
    TODAY,
    YESTERDAY,
    /** From Monday to today. */
    WEEK,
    /** From the first of the month to today. */
    MONTH;

    /** The word for this value in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Period::id).toList();
    }

    static Period ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Its first day. */
    LocalDate first(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.withDayOfMonth(1);
        };
    }

    /** Its last day. */
    LocalDate last(LocalDate today) {
        return this == YESTERDAY ? today.minusDays(1) : today;
    }
}
