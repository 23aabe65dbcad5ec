package io.callscope.analytics.repeats.report;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.users.TeamScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Reports out of PostgreSQL, each of one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiRepeatReports implements RepeatReports {
    private final Jdbi jdbi;
    private final RepeatSettings settings;
    private final RepeatReporter reporter;

    public JdbiRepeatReports(DataSource dataSource, RepeatSettings settings, Codebook codebook) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.settings = Objects.requireNonNull(settings, "settings");
        this.reporter = new RepeatReporter(settings, codebook);
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public RepeatReport read(Weeks weeks, RepeatFilter filter, TeamScope scope, Instant now) {
        RepeatNumbers numbers = SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new JdbiRepeatReading(handle, weeks, filter, scope, now, settings.window()).numbers()));
        return reporter.report(weeks, filter, numbers, now);
    }
}
