package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.analytics.accuracy.report.AccuracyReports;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Reports out of PostgreSQL, each of one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiAccuracyReports implements AccuracyReports {
    private final Jdbi jdbi;
    private final AccuracySettings settings;
    private final ZoneId site;
    private final Supplier<Scorecards> scorecards;
    private final Supplier<Codebook> codebook;

    /**
     * @param site whose weeks plans are made for
     * @param scorecards in force
     * @param codebook in force
     */
    public JdbiAccuracyReports(
            DataSource dataSource,
            AccuracySettings settings,
            ZoneId site,
            Supplier<Scorecards> scorecards,
            Supplier<Codebook> codebook) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.settings = Objects.requireNonNull(settings, "settings");
        this.site = Objects.requireNonNull(site, "site");
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    @Override
    public AccuracyReport read(TeamScope scope, Instant now) {
        Scorecards inForce = scorecards.get();
        List<String> ids = inForce.all().stream().map(Scorecard::id).toList();
        EvidenceRows rows = SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, handle -> new JdbiEvidence(handle, scope, site).read(ids)));
        Catalogue catalogue = Catalogue.of(inForce, codebook.get());
        return AccuracyReport.of(new EvidenceAssembly(catalogue, rows).evidence(), settings, now);
    }
}
