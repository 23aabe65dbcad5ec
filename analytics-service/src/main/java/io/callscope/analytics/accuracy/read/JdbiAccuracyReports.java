package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.input.JdbiInputDrift;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.analytics.accuracy.report.AccuracyReports;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reports out of PostgreSQL, each of one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiAccuracyReports implements AccuracyReports {
    private final JdbiEvidenceReader reader;
    private final AccuracySettings settings;
    private final JdbiInputDrift inputs;

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
        this.reader = new JdbiEvidenceReader(dataSource, site, scorecards, codebook);
        this.inputs = new JdbiInputDrift(site);
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    @Override
    public AccuracyReport read(TeamScope scope, Instant now) {
        return reader.read(
                scope,
                JdbiEvidence::read,
                (handle, assembly) -> AccuracyReport.of(
                        assembly.evidence(),
                        inputs.read(handle, scope, assembly.weeks(), assembly.isSimulated(), now),
                        JdbiLearning.burnt(handle),
                        settings,
                        now));
    }
}
