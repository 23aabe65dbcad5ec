package io.callscope.analytics.requests;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.RequestCounts.Fact;
import io.callscope.analytics.requests.RequestCounts.OfPart;
import io.callscope.analytics.requests.RequestCounts.OfWeek;
import io.callscope.analytics.store.JdbiSimulatedCalls;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Reports out of the weeks' counts, each of one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiRequestReports implements RequestReports {
    private static final String WEEKLY = """
            SELECT c.week, c.kind, c.item, c.part, sum(c.calls) AS calls FROM request_weeks c %s
            GROUP BY c.week, c.kind, c.item, c.part ORDER BY c.week, c.kind, c.item, c.part
            """;

    private static final String PARTS = """
            SELECT c.kind, c.item, c.part, sum(c.calls) AS calls, bit_or(c.agents) AS agents FROM request_weeks c %s
            GROUP BY c.kind, c.item, c.part ORDER BY c.kind, c.item, c.part
            """;

    private static final String QUEUES = "SELECT DISTINCT c.queue FROM request_weeks c %s ORDER BY c.queue";

    private final Jdbi jdbi;
    private final Supplier<Codebook> codebook;
    private final Competitors competitors;

    /**
     * @param codebook asked for each report: the order of departments and stages
     * @param competitors who is counted by name
     */
    public JdbiRequestReports(DataSource dataSource, Supplier<Codebook> codebook, Competitors competitors) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.codebook = Objects.requireNonNull(codebook, "codebook");
        this.competitors = Objects.requireNonNull(competitors, "competitors");
    }

    @Override
    public RequestReport read(Weeks weeks, @Nullable String queue, TeamScope scope) {
        RequestReporter reporter = new RequestReporter(codebook.get(), competitors, weeks, queue, scope);
        RequestCounts counts =
                SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                    List<OfPart> parts = parts(handle, weeks, queue, scope);
                    return new RequestCounts(
                            weekly(handle, RequestReporter.compared(weeks), queue, scope),
                            parts,
                            queues(handle, weeks, scope),
                            JdbiCallsToHear.of(handle, weeks, queue, scope, reporter.wanted(parts)),
                            JdbiWaitingDays.of(handle, weeks),
                            JdbiSimulatedCalls.any(handle));
                }));
        return reporter.report(counts);
    }

    /** At the coarsest sums that tell apart what is asked for. */
    private static Conditions of(Weeks weeks, boolean byQueue, TeamScope scope) {
        int level = (byQueue ? 2 : 0) + (scope.everyTeam() ? 0 : 1);
        return VisibleCalls.ofTeams(scope)
                .add("c.level = %s", level)
                .add("c.week >= %s", weeks.first())
                .add("c.week <= %s", weeks.last());
    }

    private static Conditions of(Weeks weeks, @Nullable String queue, TeamScope scope) {
        Conditions conditions = of(weeks, queue != null, scope);
        return queue == null ? conditions : conditions.add("c.queue = %s", queue);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(Columns.required(row, "kind"), Columns.required(row, "item"), Columns.required(row, "part"));
    }

    private static List<OfWeek> weekly(Handle handle, Weeks weeks, @Nullable String queue, TeamScope scope) {
        Conditions conditions = of(weeks, queue, scope)
                .add("c.kind IN ('calls', 'contact', 'reason', 'signal', 'name', 'break', 'break-step')");
        return conditions
                .bindTo(handle.createQuery(WEEKLY.formatted(conditions.where())))
                .map((row, context) ->
                        new OfWeek(row.getObject("week", LocalDate.class), fact(row), row.getLong("calls")))
                .list();
    }

    private static List<OfPart> parts(Handle handle, Weeks weeks, @Nullable String queue, TeamScope scope) {
        Conditions conditions = of(weeks, queue, scope);
        return conditions
                .bindTo(handle.createQuery(PARTS.formatted(conditions.where())))
                .map((row, context) -> new OfPart(fact(row), row.getLong("calls"), row.getLong("agents")))
                .list();
    }

    private static List<String> queues(Handle handle, Weeks weeks, TeamScope scope) {
        Conditions conditions = of(weeks, true, scope).add("c.kind = 'calls'").add("c.queue IS NOT NULL");
        return conditions
                .bindTo(handle.createQuery(QUEUES.formatted(conditions.where())))
                .mapTo(String.class)
                .list();
    }
}
