package io.callscope.analytics.importance;

import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.forces.ForceFilter;
import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.forces.ForceReports;
import io.callscope.analytics.importance.ImportanceReport.QueueFigures;
import io.callscope.analytics.importance.ImportanceReport.TeamFigures;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Reports out of PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiImportanceReports implements ImportanceReports {
    private final Jdbi jdbi;
    private final ForceReports forces;
    private final ImportanceReporter reporter = new ImportanceReporter();

    /**
     * @param forces how frequent barriers are in all calls
     */
    public JdbiImportanceReports(DataSource dataSource, ForceReports forces) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.forces = Objects.requireNonNull(forces, "forces");
    }

    /** What is read in one moment. */
    private record Imported(List<Answer> answers, List<QueueFigures> queues, List<TeamFigures> teams) {}

    @Override
    public ImportanceReport read(Weeks weeks, ImportanceQuestion question, TeamScope scope, Instant now) {
        ForceReport calls = forces.read(weeks, new ForceFilter(question.queue(), question.team()), scope, now);
        Imported imported =
                SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                    JdbiAnswers answers = new JdbiAnswers(handle, weeks, question, scope);
                    return new Imported(
                            answers.answers(),
                            answers.queues(barriers(calls.queues())),
                            answers.teams(barriers(calls.teams())));
                }));
        return reporter.report(weeks, question, calls, imported.answers(), imported.queues(), imported.teams());
    }

    private static Map<String, Share> barriers(List<ForceReport.Line> lines) {
        Map<String, Share> barriers = new HashMap<>();
        for (ForceReport.Line line : lines) {
            if (line.value() != null) {
                barriers.put(line.value(), line.barriers());
            }
        }
        return barriers;
    }
}
