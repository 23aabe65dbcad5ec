package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.report.Reviewed;
import io.callscope.analytics.accuracy.report.ReviewedItems;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Reviews out of PostgreSQL, at one moment. Thread-safe; the data source belongs to the caller. */
public final class JdbiReviewedItems implements ReviewedItems {
    private final Jdbi jdbi;
    private final ZoneId site;
    private final Supplier<Scorecards> scorecards;
    private final Supplier<Codebook> codebook;

    /**
     * @param site whose weeks plans are made for
     * @param scorecards in force
     * @param codebook in force
     */
    public JdbiReviewedItems(
            DataSource dataSource, ZoneId site, Supplier<Scorecards> scorecards, Supplier<Codebook> codebook) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.site = Objects.requireNonNull(site, "site");
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    @Override
    public Reviewed read(TeamScope scope) {
        Scorecards inForce = scorecards.get();
        List<String> ids = inForce.all().stream().map(Scorecard::id).toList();
        EvidenceRows rows = SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new JdbiEvidence(handle, scope, site).readReviews(ids)));
        if (rows.calls().stream().allMatch(ReviewedCallRow::simulated)) {
            return Reviewed.nothing();
        }
        List<ItemEvidence> items = new EvidenceAssembly(Catalogue.of(inForce, codebook.get()), rows).ofReports();
        return new Reviewed(
                items.stream().collect(Collectors.toMap(one -> one.item().key(), ItemEvidence::current)),
                items.get(0).since());
    }
}
