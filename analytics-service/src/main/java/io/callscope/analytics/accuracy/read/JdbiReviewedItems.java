package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.report.Reviewed;
import io.callscope.analytics.accuracy.report.ReviewedItems;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.ZoneId;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reviews out of PostgreSQL, at one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiReviewedItems implements ReviewedItems {
    private final JdbiEvidenceReader reader;

    /**
     * @param site whose weeks plans are made for
     * @param scorecards in force
     * @param codebook in force
     */
    public JdbiReviewedItems(
            DataSource dataSource, ZoneId site, Supplier<Scorecards> scorecards, Supplier<Codebook> codebook) {
        this.reader = new JdbiEvidenceReader(dataSource, site, scorecards, codebook);
    }

    @Override
    public Reviewed read(TeamScope scope) {
        return reader.read(scope, JdbiEvidence::readReviews).ofReports();
    }
}
