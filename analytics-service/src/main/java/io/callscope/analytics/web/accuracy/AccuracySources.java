package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.read.JdbiAccuracyReports;
import io.callscope.analytics.accuracy.report.AccuracyReports;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.scorecard.Scorecards;
import java.time.ZoneId;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What the accuracy page reads.
 *
 * @param reports figures
 * @param scorecards names of criteria, in force
 */
public record AccuracySources(AccuracyReports reports, Supplier<Scorecards> scorecards) {
    /** Figures out of a database, by the scorecards and the codebook in force. */
    public static AccuracySources over(
            DataSource dataSource,
            AccuracySettings settings,
            ZoneId site,
            Supplier<Scorecards> scorecards,
            Supplier<Codebook> codebook) {
        return new AccuracySources(
                new JdbiAccuracyReports(dataSource, settings, site, scorecards, codebook), scorecards);
    }
}
