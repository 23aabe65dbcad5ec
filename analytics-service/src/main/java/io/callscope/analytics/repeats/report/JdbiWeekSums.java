package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import io.callscope.analytics.users.TeamScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Counts of weeks: of those that were counted beforehand out of their rows, of all others out of the contacts. Counted
 * rows are taken only where they cannot differ from the contacts: the week is closed, none of its contacts has changed
 * since, and none is hidden from the reader. Lives within one transaction, which must see one moment.
 */
final class JdbiWeekSums implements WeekCounts {
    private static final String CHANGED =
            "SELECT DISTINCT started_at AS at FROM repeat_week_queue WHERE started_at >= :from AND started_at < :to";
    private static final String HIDDEN = "SELECT started_at AS at FROM contacts WHERE call_id = ANY(:closed)";

    private final WeekCounts counted;
    private final WeekCounts contacts;
    private final Handle handle;
    private final TeamScope scope;
    private final ZoneId zone;
    private final Instant observed;

    JdbiWeekSums(Handle handle, RepeatFilter filter, TeamScope scope, ZoneId zone, Instant now, Duration window) {
        this.handle = handle;
        this.scope = scope;
        this.zone = zone;
        this.observed = now.minus(window);
        this.counted = new JdbiCountedWeeks(handle, filter, scope);
        this.contacts = new JdbiWeeksOfContacts(handle, zone, filter, scope, observed);
    }

    /** Which of some weeks are read from where. */
    private record Source(List<LocalDate> counted, List<LocalDate> contacts) {}

    private Source source(List<LocalDate> mondays) {
        Set<LocalDate> uncounted = uncounted(mondays);
        return new Source(
                mondays.stream().filter(monday -> !uncounted.contains(monday)).toList(),
                mondays.stream().filter(uncounted::contains).toList());
    }

    private Set<LocalDate> uncounted(List<LocalDate> mondays) {
        Optional<ZoneId> countedIn = JdbiWeekCounter.zone(handle);
        if (mondays.isEmpty() || !countedIn.equals(Optional.of(zone))) {
            return new HashSet<>(mondays);
        }
        Set<LocalDate> uncounted = new HashSet<>();
        mondays.stream()
                .filter(monday -> new Weeks(monday, 1, zone).to().isAfter(observed))
                .forEach(uncounted::add);
        Instant from = mondays.stream()
                .min(LocalDate::compareTo)
                .orElseThrow()
                .atStartOfDay(zone)
                .toInstant();
        Instant to = mondays.stream()
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusWeeks(1)
                .atStartOfDay(zone)
                .toInstant();
        handle.createQuery(CHANGED)
                .bind("from", Columns.requiredTime(from))
                .bind("to", Columns.requiredTime(to.isBefore(observed) ? to : observed))
                .map((row, context) -> uncounted.add(monday(Columns.requiredInstant(row, "at"))))
                .list();
        if (!scope.closed().isEmpty()) {
            handle.createQuery(HIDDEN)
                    .bindArray("closed", String.class, List.copyOf(scope.closed()))
                    .map((row, context) -> uncounted.add(monday(Columns.requiredInstant(row, "at"))))
                    .list();
        }
        return uncounted;
    }

    private LocalDate monday(Instant at) {
        return Weeks.mondayOf(at.atZone(zone).toLocalDate());
    }

    @Override
    public Map<LocalDate, Tally> weekly(List<LocalDate> mondays) {
        Source source = source(mondays);
        Map<LocalDate, Tally> weekly = new HashMap<>(counted.weekly(source.counted()));
        weekly.putAll(contacts.weekly(source.contacts()));
        return weekly;
    }

    @Override
    public Map<Part, Tally> parts(List<LocalDate> mondays) {
        Source source = source(mondays);
        Map<Part, Tally> parts = new HashMap<>(counted.parts(source.counted()));
        contacts.parts(source.contacts()).forEach((part, tally) -> parts.merge(part, tally, Tally::plus));
        return parts;
    }

    @Override
    public List<OfCause> causes(List<LocalDate> mondays, boolean previous) {
        Source source = source(mondays);
        List<OfCause> causes = new ArrayList<>(counted.causes(source.counted(), previous));
        causes.addAll(contacts.causes(source.contacts(), previous));
        return OfCause.added(causes);
    }
}
