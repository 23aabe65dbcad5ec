package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Evidence by the configuration in force, each reading of one moment. Thread-safe; the data source belongs to the caller. */
final class JdbiEvidenceReader {
    private final Jdbi jdbi;
    private final ZoneId site;
    private final Supplier<Scorecards> scorecards;
    private final Supplier<Codebook> codebook;

    JdbiEvidenceReader(
            DataSource dataSource, ZoneId site, Supplier<Scorecards> scorecards, Supplier<Codebook> codebook) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.site = Objects.requireNonNull(site, "site");
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    /** @param rows what is read, given the ids of the scorecards in force */
    EvidenceAssembly read(TeamScope scope, BiFunction<JdbiEvidence, List<String>, EvidenceRows> rows) {
        return read(scope, rows, (handle, assembly) -> assembly);
    }

    /**
     * The same, and what else is read at that moment.
     *
     * @param then what is made of the evidence, within the same transaction
     */
    <T> T read(
            TeamScope scope,
            BiFunction<JdbiEvidence, List<String>, EvidenceRows> rows,
            BiFunction<Handle, EvidenceAssembly, T> then) {
        Scorecards inForce = scorecards.get();
        List<String> ids = inForce.all().stream().map(Scorecard::id).toList();
        Catalogue catalogue = Catalogue.of(inForce, codebook.get());
        return SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            EvidenceRows read = rows.apply(new JdbiEvidence(handle, scope, site), ids);
            return then.apply(handle, new EvidenceAssembly(catalogue, read));
        }));
    }
}
