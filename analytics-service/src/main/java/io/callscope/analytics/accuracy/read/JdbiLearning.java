package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.learn.BurntBatch;
import io.callscope.analytics.accuracy.learn.Disagreement;
import io.callscope.analytics.accuracy.learn.Disagreements;
import io.callscope.analytics.accuracy.learn.Learning;
import io.callscope.analytics.accuracy.learn.Tuning;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Disagreements out of PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiLearning implements Learning {
    private static final int MOST = 200;

    private static final String BURNT = """
            SELECT s.week, b.burnt_at, b.burnt_by FROM burnt_batches b JOIN sample_plans s USING (plan_id)
            ORDER BY s.week DESC
            """;

    private static final String BURN = """
            INSERT INTO burnt_batches (plan_id, burnt_at, burnt_by)
            SELECT plan_id, :at, :by FROM sample_plans WHERE week = :week
            ON CONFLICT (plan_id) DO NOTHING
            """;

    private final Jdbi jdbi;
    private final JdbiEvidenceReader reader;
    private final Supplier<Scorecards> scorecards;
    private final Supplier<Codebook> codebook;

    /**
     * @param site whose weeks plans are made for
     * @param scorecards in force
     * @param codebook in force
     */
    public JdbiLearning(
            DataSource dataSource, ZoneId site, Supplier<Scorecards> scorecards, Supplier<Codebook> codebook) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.reader = new JdbiEvidenceReader(dataSource, site, scorecards, codebook);
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    @Override
    public List<Item> items() {
        return Catalogue.of(scorecards.get(), codebook.get()).learnable();
    }

    @Override
    public Optional<Disagreements> of(String item, TeamScope scope) {
        Optional<Item> known =
                items().stream().filter(one -> one.key().equals(item)).findFirst();
        return known.map(one -> reader.read(
                scope, JdbiEvidence::readToLearn, (handle, assembly) -> of(one, assembly, scope, burnt(handle))));
    }

    private static Disagreements of(Item item, EvidenceAssembly assembly, TeamScope scope, List<BurntBatch> burnt) {
        LearningAssembly learned = new LearningAssembly(assembly);
        List<Disagreement> open = learned.disagreements(item).stream()
                // what he has yet to score blind stays shut to whoever asks
                .filter(one -> !scope.closed().contains(one.callId()))
                .sorted(Comparator.comparing(Disagreement::reviewedAt)
                        .reversed()
                        .thenComparing(Disagreement::callId))
                .toList();
        Map<LocalDate, Long> kept = learned.kept(item).stream()
                .collect(Collectors.groupingBy(
                        week -> week,
                        () -> new TreeMap<LocalDate, Long>(Comparator.reverseOrder()),
                        Collectors.counting()));
        return new Disagreements(
                item,
                open.subList(0, Math.min(MOST, open.size())),
                Math.max(0, open.size() - MOST),
                kept.entrySet().stream()
                        .map(week -> new Disagreements.Kept(week.getKey(), week.getValue()))
                        .toList(),
                burnt);
    }

    @Override
    public Tuning tuning() {
        return new LearningAssembly(reader.read(TeamScope.all(), JdbiEvidence::readToLearn)).tuning();
    }

    /** Every week that was opened, the newest first, within the caller's transaction. */
    static List<BurntBatch> burnt(Handle handle) {
        return handle.createQuery(BURNT)
                .map((row, context) -> new BurntBatch(
                        row.getObject("week", LocalDate.class),
                        Columns.requiredInstant(row, "burnt_at"),
                        Columns.required(row, "burnt_by")))
                .list();
    }

    @Override
    public boolean open(LocalDate week, String by, Instant at) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            int opened = handle.createUpdate(BURN)
                    .bind("at", Columns.time(at))
                    .bind("by", by)
                    .bind("week", week)
                    .execute();
            if (opened == 0
                    && burnt(handle).stream().noneMatch(batch -> batch.week().equals(week))) {
                throw new IllegalArgumentException(
                        "week %s: expected the Monday of a week with a plan".formatted(week));
            }
            return opened > 0;
        }));
    }
}
