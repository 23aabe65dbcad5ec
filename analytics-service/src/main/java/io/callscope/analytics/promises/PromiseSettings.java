package io.callscope.analytics.promises;

import io.callscope.analytics.promises.terms.SiteHours;
import io.callscope.analytics.review.appeals.WorkingDays;
import io.callscope.analytics.users.Role;
import io.callscope.kit.config.Bounds;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/**
 * How long promises run, and who says that they are kept. Days off beside Saturday and Sunday are {@code
 * qa.appeals.holidays}.
 *
 * @param usualDays terms of promises that name none
 * @param opens when the site's day begins, such as 09:00; default 09:00
 * @param closes when it ends, and with it a promised day; default 21:00
 * @param grace how long after its end a term still counts as kept, 0 to 3 d; default 30 min
 * @param followDays a promise is on the list and raises a flag for so many days after its term, 1 to 365; default 30
 * @param closedBy roles that may close promises, supervisor and head or one of them; default both
 */
public record PromiseSettings(
        UsualDays usualDays, String opens, String closes, Duration grace, Integer followDays, List<String> closedBy) {
    private static final List<String> MAY_CLOSE = List.of(Role.SUPERVISOR.id(), Role.HEAD.id());

    public PromiseSettings {
        usualDays = usualDays == null ? UsualDays.defaults() : usualDays;
        opens = opens == null ? "09:00" : opens;
        closes = closes == null ? "21:00" : closes;
        grace = grace == null ? Duration.ofMinutes(30) : grace;
        followDays = followDays == null ? 30 : followDays;
        closedBy = closedBy == null ? MAY_CLOSE : List.copyOf(closedBy);
        if (!time("opens", opens).isBefore(time("closes", closes))) {
            throw new IllegalArgumentException(
                    "closes \"%s\": expected later than opens \"%s\"".formatted(closes, opens));
        }
        Bounds.requireRange("grace", grace, Duration.ZERO, Duration.ofDays(3));
        Bounds.requireRange("followDays", followDays, 1, 365);
        if (closedBy.isEmpty() || !MAY_CLOSE.containsAll(closedBy)) {
            throw new IllegalArgumentException("closedBy %s: expected some of %s".formatted(closedBy, MAY_CLOSE));
        }
    }

    private static LocalTime time(String name, String given) {
        try {
            return LocalTime.parse(given);
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException("%s \"%s\": expected a time such as 09:00".formatted(name, given));
        }
    }

    public static PromiseSettings defaults() {
        return new PromiseSettings(UsualDays.defaults(), "09:00", "21:00", Duration.ofMinutes(30), 30, MAY_CLOSE);
    }

    /** When the site is there. */
    public SiteHours hours(ZoneId zone, Set<LocalDate> daysOff) {
        return new SiteHours(new WorkingDays(zone, daysOff), time("opens", opens), time("closes", closes));
    }

    /** Whether somebody of this role may close promises. */
    public boolean mayClose(Role role) {
        return closedBy.contains(role.id());
    }

    Duration follow() {
        return Duration.ofDays(followDays);
    }
}
