package io.callscope.analytics.repeats.report;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import io.callscope.analytics.users.TeamScope;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Counts out of weeks that were counted beforehand: of the coarsest level that has the columns which are asked for. Knows
 * nothing of single contacts. Lives within one transaction.
 */
final class JdbiCountedWeeks implements WeekCounts {
    /** The level of all columns. */
    private static final int FINEST = 31;
    /** Up to so many columns have a level of their own. */
    private static final int COLUMNS = 2;

    private static final String WEEKLY =
            "SELECT c.week, " + JdbiTallies.OF_WEEKS + " FROM repeat_weeks c %s GROUP BY c.week";

    private static final String PARTS = """
            SELECT s.split, CASE s.split WHEN 'QUEUE' THEN c.queue WHEN 'TEAM' THEN c.team
                WHEN 'REASON' THEN c.contact_reason WHEN 'PRODUCT' THEN c.product ELSE c.stage END AS value, %s
            FROM (VALUES %s) AS s (split, level) JOIN repeat_weeks c ON c.level = s.level %s
            GROUP BY s.split, value
            """;

    private static final String CAUSES = """
            SELECT c.cause, c.cause_owner, c.cause_basis, sum(c.repeats) AS repeats, sum(c.handle_ms) AS handle_ms
            FROM repeat_week_causes c %s GROUP BY c.cause, c.cause_owner, c.cause_basis
            """;

    private final Handle handle;
    private final RepeatFilter filter;
    private final TeamScope scope;
    private final Set<Split> narrowed = EnumSet.noneOf(Split.class);

    /**
     * @param scope whose closed calls are none of the weeks'
     */
    JdbiCountedWeeks(Handle handle, RepeatFilter filter, TeamScope scope) {
        this.handle = handle;
        this.filter = filter;
        this.scope = scope;
        for (Split split : Split.values()) {
            if (filter.value(split) != null || split == Split.TEAM && !scope.everyTeam()) {
                narrowed.add(split);
            }
        }
    }

    @Override
    public Map<LocalDate, Tally> weekly(List<LocalDate> mondays) {
        Map<LocalDate, Tally> weekly = new HashMap<>();
        Conditions conditions = conditions(mondays).add("c.level = " + level(narrowed));
        conditions
                .bindTo(handle.createQuery(WEEKLY.formatted(conditions.where())))
                .map((row, context) -> weekly.put(row.getObject("week", LocalDate.class), JdbiTallies.read(row)))
                .list();
        return weekly;
    }

    @Override
    public Map<Part, Tally> parts(List<LocalDate> mondays) {
        Map<Part, Tally> parts = new HashMap<>();
        String levels = Arrays.stream(Split.values())
                .map(split -> "('%s', %d)".formatted(split.name(), level(with(split))))
                .collect(Collectors.joining(", "));
        Conditions conditions = conditions(mondays);
        conditions
                .bindTo(handle.createQuery(PARTS.formatted(JdbiTallies.OF_WEEKS, levels, conditions.where())))
                .map((row, context) -> parts.put(
                        new Part(Split.valueOf(Columns.required(row, "split")), row.getString("value")),
                        JdbiTallies.read(row)))
                .list();
        return parts;
    }

    @Override
    public List<OfCause> causes(List<LocalDate> mondays, boolean previous) {
        Conditions conditions = conditions(mondays).add("c.level = " + level(narrowed));
        return conditions
                .bindTo(handle.createQuery(CAUSES.formatted(conditions.where())))
                .map((row, context) -> new OfCause(
                        previous,
                        Columns.required(row, "cause"),
                        row.getString("cause_owner"),
                        Basis.ofId(Columns.required(row, "cause_basis")),
                        row.getLong("repeats"),
                        row.getLong("handle_ms")))
                .list();
    }

    private Set<Split> with(Split split) {
        Set<Split> all = EnumSet.copyOf(List.of(split));
        all.addAll(narrowed);
        return all;
    }

    private static int level(Set<Split> columns) {
        return columns.size() > COLUMNS
                ? FINEST
                : columns.stream().mapToInt(Split::level).sum();
    }

    private Conditions conditions(List<LocalDate> mondays) {
        Conditions conditions = new Conditions()
                .add(
                        "c.week = ANY(CAST(%s AS date[]))",
                        mondays.stream().map(LocalDate::toString).toArray(String[]::new));
        if (!scope.everyTeam()) {
            conditions.add("c.team = ANY(%s)", scope.teams().toArray(String[]::new));
        }
        for (Split split : Split.values()) {
            String value = filter.value(split);
            if (value != null) {
                conditions.add("c." + split.column() + " = %s", value);
            }
        }
        return conditions;
    }
}
