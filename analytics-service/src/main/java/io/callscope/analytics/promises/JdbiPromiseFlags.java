package io.callscope.analytics.promises;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.desk.CardRules;
import io.callscope.analytics.desk.JdbiLateReasons;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.store.JdbiLateFlags;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Flags in PostgreSQL, call by call: a call's row is held while it is decided whether it is flagged, so processes do not
 * get in one another's way, and what is decided twice is the same. Thread-safe; the data source belongs to the caller.
 */
public final class JdbiPromiseFlags implements PromiseFlags {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final int BATCH = 200;
    /** Calls of one round: the rest comes with the next. */
    private static final int MOST = 10_000;

    /** Calls whose promises' terms have passed since somebody looked. */
    private static final String PASSED = """
            SELECT DISTINCT p.call_id FROM promises p JOIN calls c USING (call_id)
            WHERE p.heard AND p.raised IS NULL AND p.term_at + :grace * interval '1 second' < :now
                AND c.version_key IS NOT NULL AND NOT p.call_id = ANY(:seen)
            LIMIT :batch
            """;

    /** Calls with a flag that is not as it has to be: overdue no more, or lost with a new analysis. */
    private static final String STALE = """
            SELECT DISTINCT p.call_id %s WHERE p.raised AND NOT p.call_id = ANY(:seen) AND (NOT p.heard OR NOT (%s)
                OR cast(:rule AS text) IS NULL
                OR NOT EXISTS (SELECT 1 FROM flags g WHERE (g.call_id, g.version_key) = (c.call_id, c.version_key)
                    AND g.rule = :rule)
                OR c.flag_priority IS NULL OR c.flag_priority > :priority)
            LIMIT :batch
            """.formatted(JdbiPromiseRows.FROM, JdbiPromiseRows.LAPSED);

    private static final String HELD = """
            SELECT c.queue, c.version_key FROM calls c WHERE c.call_id = :call FOR UPDATE SKIP LOCKED
            """;

    private static final String OF_CALL = """
            SELECT p.promise_id, p.evidence, t.until < :now AS passed, coalesce(p.raised, false) AS raised,
                p.heard AND (%s) AS lapsed, p.term_at > :oldest AS recent %s WHERE p.call_id = :call ORDER BY p.promise_id
            """.formatted(JdbiPromiseRows.LAPSED, JdbiPromiseRows.FROM);

    private static final String LOOKED_AT = "UPDATE promises SET raised = :raised WHERE promise_id = :promise";

    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM promises p WHERE p.heard AND p.raised IS NULL AND p.term_at >= :now) AS open,
                (SELECT count(*) FROM promises p WHERE p.raised) AS overdue
            """;

    private final Jdbi jdbi;
    private final PromiseSettings settings;
    private final Supplier<CardRules.Set> rules;
    private final JdbiLateReasons reasons;
    private final Clock clock;

    /**
     * @param rules those in force
     */
    public JdbiPromiseFlags(
            DataSource dataSource,
            PromiseSettings settings,
            Supplier<CardRules.Set> rules,
            JdbiLateReasons reasons,
            Clock clock) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.settings = Objects.requireNonNull(settings, "settings");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.reasons = Objects.requireNonNull(reasons, "reasons");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A promise of one call. */
    private record OfCall(
            long number, boolean passed, boolean raised, boolean lapsed, boolean recent, List<Evidence> evidence) {
        /** A flag that was raised stands as long as nobody called; one is not raised years after. */
        boolean isOverdue() {
            return lapsed && (raised || recent);
        }
    }

    @Override
    public Standing keep() {
        Instant now = clock.instant();
        CardRules.Set inForce = rules.get();
        FlagRule rule = inForce.flags().rules().stream()
                .filter(one -> one.on() && one.isDecidedLater())
                .findFirst()
                .orElse(null);
        Set<String> seen = new HashSet<>();
        List<String> calls = next(rule, seen, now);
        while (!calls.isEmpty() && seen.size() < MOST && !Thread.currentThread().isInterrupted()) {
            calls.forEach(call -> SqlFailures.translating(() -> {
                jdbi.useTransaction(handle -> decide(handle, call, inForce, rule, now));
                return true;
            }));
            seen.addAll(calls);
            calls = next(rule, seen, now);
        }
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bind("now", Columns.time(now))
                .map((row, context) -> new Standing(row.getLong("open"), row.getLong("overdue")))
                .one()));
    }

    /** Some calls to look at; one that another process holds comes again with the next round. */
    private List<String> next(@Nullable FlagRule rule, Set<String> seen, Instant now) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> {
            Set<String> calls = new HashSet<>();
            if (rule != null) {
                calls.addAll(JdbiPromiseRows.at(handle.createQuery(PASSED), settings.grace(), now)
                        .bindArray("seen", String.class, List.copyOf(seen))
                        .bind("batch", BATCH)
                        .mapTo(String.class)
                        .list());
            }
            calls.addAll(JdbiPromiseRows.at(handle.createQuery(STALE), settings.grace(), now)
                    .bindArray("seen", String.class, List.copyOf(seen))
                    .bind("rule", rule == null ? null : rule.id())
                    .bind("priority", rule == null ? 0 : rule.priority())
                    .bind("batch", BATCH)
                    .mapTo(String.class)
                    .list());
            return calls.stream().sorted().toList();
        }));
    }

    private void decide(Handle handle, String call, CardRules.Set inForce, @Nullable FlagRule rule, Instant now) {
        Optional<Boolean> applies = handle.createQuery(HELD)
                .bind("call", call)
                .map((row, context) ->
                        rule != null && row.getString("version_key") != null && rule.isFor(row.getString("queue")))
                .findOne();
        if (applies.isEmpty()) {
            return;
        }
        List<OfCall> promises = JdbiPromiseRows.at(handle.createQuery(OF_CALL), settings.grace(), now)
                .bind("call", call)
                .bind("oldest", Columns.time(now.minus(settings.follow())))
                .map((row, context) -> ofCall(row))
                .list();
        List<OfCall> overdue = promises.stream()
                .filter(one -> applies.get() && one.isOverdue())
                .toList();
        if (rule != null && !overdue.isEmpty()) {
            Flag flag = new Flag(rule.id(), rule.priority(), evidence(overdue));
            JdbiLateFlags.add(handle, call, flag);
            if (rule.work()) {
                reasons.add(handle, call, flag, inForce, now);
            }
        } else if (promises.stream().anyMatch(OfCall::raised)) {
            withdraw(handle, call, inForce);
        }
        for (OfCall promise : promises) {
            handle.createUpdate(LOOKED_AT)
                    .bind("promise", promise.number())
                    .bind("raised", rule != null && promise.passed() ? (Boolean) overdue.contains(promise) : null)
                    .execute();
        }
    }

    private static OfCall ofCall(ResultSet row) throws SQLException {
        return new OfCall(
                row.getLong("promise_id"),
                row.getBoolean("passed"),
                row.getBoolean("raised"),
                row.getBoolean("lapsed"),
                row.getBoolean("recent"),
                Columns.fromJson(Columns.required(row, "evidence"), EVIDENCE));
    }

    /** Of every rule that is decided later, for another one may have raised it. */
    private void withdraw(Handle handle, String call, CardRules.Set inForce) {
        for (String rule : inForce.flags().decidedLater()) {
            JdbiLateFlags.remove(handle, call, rule);
            reasons.remove(handle, call, rule);
        }
    }

    private static List<Evidence> evidence(List<OfCall> overdue) {
        List<Evidence> words = new ArrayList<>();
        overdue.forEach(promise -> words.addAll(promise.evidence()));
        return words.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Evidence::startMs).thenComparingInt(Evidence::utteranceId))
                .toList();
    }
}
