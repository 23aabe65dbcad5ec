package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts out of the contacts themselves, a week at a time. Lives within one transaction. */
final class JdbiWeeksOfContacts implements WeekCounts {
    private static final String TALLY = "SELECT " + JdbiTallies.OF_CONTACTS + " FROM contacts c %s";

    private static final String PARTS =
            "SELECT grouping(c.queue, c.team, c.contact_reason, c.product, c.stage) AS others, "
                    + "coalesce(c.queue, c.team, c.contact_reason, c.product, c.stage) AS value, "
                    + JdbiTallies.OF_CONTACTS + """
            FROM contacts c %s
            GROUP BY GROUPING SETS ((c.queue), (c.team), (c.contact_reason), (c.product), (c.stage))
            """;

    private static final String CAUSES = """
            SELECT c.cause, c.cause_owner, c.cause_basis, count(*) AS repeats, sum(c.handle_ms) AS handle_ms
            FROM contacts c %s GROUP BY c.cause, c.cause_owner, c.cause_basis
            """;

    /** {@code grouping} sets the bit of every column that a row is not grouped by, as the levels have them. */
    private static final int EVERY = 31;

    private final Handle handle;
    private final ZoneId zone;
    private final RepeatFilter filter;
    private final TeamScope scope;
    private final Instant observed;

    /**
     * @param observed contacts after it can still be repeated
     */
    JdbiWeeksOfContacts(Handle handle, ZoneId zone, RepeatFilter filter, TeamScope scope, Instant observed) {
        this.handle = handle;
        this.zone = zone;
        this.filter = filter;
        this.scope = scope;
        this.observed = observed;
    }

    /** Contacts that may be seen and are asked for, from some moment to another. */
    static Conditions contacts(RepeatFilter filter, TeamScope scope, Instant from, Instant to) {
        Conditions conditions = VisibleCalls.to(scope)
                .add("c.started_at >= %s", Columns.requiredTime(from))
                .add("c.started_at < %s", Columns.requiredTime(to));
        for (Split split : Split.values()) {
            String value = filter.value(split);
            if (value != null) {
                conditions.add("c." + split.column() + " = %s", value);
            }
        }
        return conditions;
    }

    private Conditions week(LocalDate monday) {
        Weeks week = new Weeks(monday, 1, zone);
        return contacts(filter, scope, week.from(), week.to());
    }

    @Override
    public Map<LocalDate, Tally> weekly(List<LocalDate> mondays) {
        Map<LocalDate, Tally> weekly = new HashMap<>();
        for (LocalDate monday : mondays) {
            Conditions conditions = week(monday);
            weekly.put(
                    monday,
                    conditions
                            .bindTo(handle.createQuery(TALLY.formatted(conditions.where())))
                            .bind("observed", Columns.time(observed))
                            .map((row, context) -> JdbiTallies.read(row))
                            .one());
        }
        return weekly;
    }

    @Override
    public Map<Part, Tally> parts(List<LocalDate> mondays) {
        Map<Part, Tally> parts = new HashMap<>();
        for (LocalDate monday : mondays) {
            Conditions conditions = week(monday);
            conditions
                    .bindTo(handle.createQuery(PARTS.formatted(conditions.where())))
                    .bind("observed", Columns.time(observed))
                    .map((row, context) -> parts.merge(
                            new Part(split(row.getInt("others")), row.getString("value")),
                            JdbiTallies.read(row),
                            Tally::plus))
                    .list();
        }
        return parts;
    }

    private static Split split(int others) {
        for (Split split : Split.values()) {
            if (split.level() == EVERY - others) {
                return split;
            }
        }
        throw new IllegalStateException("grouping %d: expected one column".formatted(others));
    }

    @Override
    public List<OfCause> causes(List<LocalDate> mondays, boolean previous) {
        List<OfCause> causes = new ArrayList<>();
        for (LocalDate monday : mondays) {
            Conditions conditions = week(monday).add("c.cause IS NOT NULL");
            causes.addAll(conditions
                    .bindTo(handle.createQuery(CAUSES.formatted(conditions.where())))
                    .map((row, context) -> new OfCause(
                            previous,
                            Columns.required(row, "cause"),
                            row.getString("cause_owner"),
                            Basis.ofId(Columns.required(row, "cause_basis")),
                            row.getLong("repeats"),
                            row.getLong("handle_ms")))
                    .list());
        }
        return OfCause.added(causes);
    }
}
