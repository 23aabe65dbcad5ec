package io.callscope.analytics.forces;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.forces.ForceCounts.OfLine;
import io.callscope.analytics.forces.ForceCounts.OfWeek;
import io.callscope.analytics.forces.ForceCounts.Row;
import io.callscope.analytics.forces.ForceCounts.Split;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.JdbiWaitingDays;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Reports out of the weeks' counts, each of one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiForceReports implements ForceReports {
    /** Weeks that the trend shows. */
    static final int TREND = 12;

    private static final String ROWS = """
            SELECT c.week < :first AS previous, c.kind, c.polarity, c.force, c.stage, c.code, c.owner,
                sum(c.calls) AS calls, sum(c.severe) AS severe
            FROM force_weeks c %s GROUP BY previous, c.kind, c.polarity, c.force, c.stage, c.code, c.owner
            ORDER BY c.kind, c.polarity, c.force, c.stage, c.code, c.owner, previous
            """;

    /** Weeks are numbered from the trend's first. */
    private static final String WEEKLY = """
            SELECT (c.week - CAST(:first AS date)) / 7 AS week, c.kind, c.force, sum(c.calls) AS calls
            FROM force_weeks c %s GROUP BY week, c.kind, c.force ORDER BY week, c.kind, c.force
            """;

    private static final String LINES = """
            SELECT c.%1$s AS value, c.kind, c.force, sum(c.calls) AS calls
            FROM force_weeks c %2$s GROUP BY c.%1$s, c.kind, c.force ORDER BY c.%1$s, c.kind, c.force
            """;

    private final Jdbi jdbi;
    private final Supplier<Codebook> codebook;
    private final Actions actions;

    /**
     * @param codebook asked for each report: names and order of forces and stages
     * @param actions what is proposed for barriers
     */
    public JdbiForceReports(DataSource dataSource, Supplier<Codebook> codebook, Actions actions) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.codebook = Objects.requireNonNull(codebook, "codebook");
        this.actions = Objects.requireNonNull(actions, "actions");
    }

    @Override
    public ForceReport read(Weeks weeks, ForceFilter filter, TeamScope scope, Instant now) {
        ForceCounts counts =
                SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                    Map<Split, List<OfLine>> lines = new EnumMap<>(Split.class);
                    for (Split split : Split.values()) {
                        lines.put(split, lines(handle, split, weeks, filter, scope));
                    }
                    return new ForceCounts(
                            rows(handle, weeks, filter, scope),
                            weekly(handle, trend(weeks, now), filter, scope),
                            lines,
                            JdbiWaitingDays.of(handle, weeks));
                }));
        return new ForceReporter(codebook.get(), actions).report(weeks, trend(weeks, now), filter, counts);
    }

    /** The newest weeks when the selected ones are among them, else those that end with the selected ones. */
    private static Weeks trend(Weeks selected, Instant now) {
        Weeks newest = Weeks.until(now.atZone(selected.zone()).toLocalDate(), TREND, selected.zone());
        int count = Math.max(TREND, selected.count());
        return newest.first().isAfter(selected.first()) ? Weeks.until(selected.last(), count, selected.zone()) : newest;
    }

    /**
     * The coarsest sums that tell apart what is asked for.
     *
     * @param split that they are shown by; null when they are not
     */
    private static int level(ForceFilter filter, TeamScope scope, @Nullable Split split) {
        boolean queue = filter.queue() != null || split == Split.QUEUE;
        boolean team = filter.team() != null || !scope.everyTeam() || split == Split.TEAM;
        return (queue ? 2 : 0) + (team ? 1 : 0);
    }

    private static Conditions weeks(
            LocalDate first, LocalDate last, ForceFilter filter, TeamScope scope, @Nullable Split split) {
        Conditions conditions = VisibleCalls.ofTeams(scope)
                .add("c.level = %s", level(filter, scope, split))
                .add("c.week >= %s", first)
                .add("c.week <= %s", last);
        if (filter.queue() != null) {
            conditions.add("c.queue = %s", filter.queue());
        }
        if (filter.team() != null) {
            conditions.add("c.team = %s", filter.team());
        }
        return conditions;
    }

    /** What the trend and the lines need: all calls, and those with a barrier, any or of a force. */
    private static Conditions barriers(
            LocalDate first, LocalDate last, ForceFilter filter, TeamScope scope, @Nullable Split split) {
        return weeks(first, last, filter, scope, split)
                .add("(c.kind = 'calls' OR c.kind IN ('any', 'force') AND c.polarity = 'barrier')")
                .add("c.kind IN ('calls', 'any', 'force')");
    }

    private static List<Row> rows(Handle handle, Weeks weeks, ForceFilter filter, TeamScope scope) {
        Conditions conditions = weeks(weeks.before().first(), weeks.last(), filter, scope, null);
        return conditions
                .bindTo(handle.createQuery(ROWS.formatted(conditions.where())))
                .bind("first", weeks.first())
                .map((row, context) -> new Row(
                        row.getBoolean("previous"),
                        Columns.required(row, "kind"),
                        Columns.required(row, "polarity"),
                        Columns.required(row, "force"),
                        Columns.required(row, "stage"),
                        Columns.required(row, "code"),
                        Columns.required(row, "owner"),
                        row.getLong("calls"),
                        row.getLong("severe")))
                .list();
    }

    private static List<OfWeek> weekly(Handle handle, Weeks trend, ForceFilter filter, TeamScope scope) {
        Conditions conditions = barriers(trend.first(), trend.last(), filter, scope, null);
        List<LocalDate> mondays = trend.mondays();
        return conditions
                .bindTo(handle.createQuery(WEEKLY.formatted(conditions.where())))
                .bind("first", trend.first())
                .map((row, context) -> new OfWeek(
                        mondays.get(row.getInt("week")),
                        Columns.required(row, "kind"),
                        Columns.required(row, "force"),
                        row.getLong("calls")))
                .list();
    }

    private static List<OfLine> lines(Handle handle, Split split, Weeks weeks, ForceFilter filter, TeamScope scope) {
        Conditions conditions = barriers(weeks.first(), weeks.last(), filter, scope, split);
        String column = split.name().toLowerCase(Locale.ROOT);
        return conditions
                .bindTo(handle.createQuery(LINES.formatted(column, conditions.where())))
                .map((row, context) -> new OfLine(
                        row.getString("value"),
                        Columns.required(row, "kind"),
                        Columns.required(row, "force"),
                        row.getLong("calls")))
                .list();
    }
}
