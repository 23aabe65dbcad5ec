package io.callscope.analytics.review.appeals;

import io.callscope.kit.config.Bounds;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long a team may object to a review, and how long there is to decide. Both run to the end of a working day.
 *
 * @param fileWithin working days after the day of the review, 1 to 60; default 5
 * @param decideWithin working days after the day of the appeal, 1 to 60; default 5
 * @param holidays days off beside Saturday and Sunday, such as 2026-11-04; default none
 */
public record AppealSettings(Integer fileWithin, Integer decideWithin, List<String> holidays) {
    private static final int LONGEST = 60;

    public AppealSettings {
        fileWithin = fileWithin == null ? 5 : fileWithin;
        decideWithin = decideWithin == null ? 5 : decideWithin;
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        Bounds.requireRange("fileWithin", fileWithin, 1, LONGEST);
        Bounds.requireRange("decideWithin", decideWithin, 1, LONGEST);
        holidays.forEach(AppealSettings::day);
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException notADay) {
            throw new IllegalArgumentException("holidays \"%s\": expected days such as 2026-11-04".formatted(given));
        }
    }

    /** The holidays as days. */
    public Set<LocalDate> daysOff() {
        return holidays.stream().map(AppealSettings::day).collect(Collectors.toUnmodifiableSet());
    }

    public static AppealSettings defaults() {
        return new AppealSettings(5, 5, List.of());
    }
}
