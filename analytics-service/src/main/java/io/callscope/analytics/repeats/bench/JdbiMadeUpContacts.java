package io.callscope.analytics.repeats.bench;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.repeats.CallFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Writes made-up calls as if they had been analyzed: what was heard, without words. Thread-safe. */
public final class JdbiMadeUpContacts {
    private static final int BATCH = 2_000;
    private static final String VERSION = "made-up";

    private static final String CALL = """
            INSERT INTO calls (call_id, state, started_at, recorded_at, team, queue, direction, customer_key,
                customer_last4, product, language, attributes, duration_ms, transcribed_at, analyzed_at, transcript_hash,
                version_key, verdict, contact_reason, resolution, repeat_said, repeat_cause)
            VALUES (:id, 'analyzed', :at, :at, :team, :queue, :direction, :customer, right(:customer, 4), :product, 'ru',
                CAST(:attributes AS jsonb), :duration, :at, :at, 'none', :version, :verdict, :reason, :resolution,
                :said, :cause)
            """;

    private static final String TRANSCRIPT = """
            INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms, channel_count,
                transcribed_at, processing_ms, search)
            VALUES (:id, 'none', 'none', 'imported', 'ru', :duration, 2, :at, 0, '')
            """;

    private static final String ANALYSIS = """
            INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason, resolution,
                repeat_contact, analyzed_at)
            VALUES (:id, :version, '{}', 'none', :verdict, :reason, :resolution, '{}', :at)
            """;

    private static final String PROMISE = """
            INSERT INTO signals (call_id, version_key, place, signal, party, evidence)
            VALUES (:id, :version, 0, 'promise-made', 'agent', '[]')
            """;

    private static final String BARRIER = """
            INSERT INTO marks (call_id, version_key, place, force, code, polarity, stage, severity, party, evidence, owner,
                confidence, classifier)
            VALUES (:id, :version, 0, 'certainty', 'certainty.no-deadline', 'barrier', 'delivery', 1, 'customer', '[]',
                :owner, 1, 'rules')
            """;

    private final Jdbi jdbi;

    /** The data source belongs to the caller. */
    public JdbiMadeUpContacts(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    /** Writes calls in the order that they are given. */
    public void write(List<MadeUpCall> calls) {
        for (int from = 0; from < calls.size(); from += BATCH) {
            List<MadeUpCall> some = calls.subList(from, Math.min(from + BATCH, calls.size()));
            jdbi.useTransaction(handle -> {
                batch(handle, CALL, some);
                batch(handle, TRANSCRIPT, some);
                batch(handle, ANALYSIS, some);
                batch(
                        handle,
                        PROMISE,
                        some.stream().filter(call -> call.facts().promised()).toList());
                batch(
                        handle,
                        BARRIER,
                        some.stream()
                                .filter(call -> !call.facts().barrierOwners().isEmpty())
                                .toList());
            });
        }
    }

    /** Forgets every call. */
    public void clear() {
        jdbi.useHandle(handle -> handle.execute("TRUNCATE calls, repeat_queue CASCADE"));
    }

    /** Lets the planner know what there is now. */
    public void analyze() {
        jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE contacts"));
    }

    /** Links as they are stored: later contact, earlier contact. */
    public List<Link> links() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT call_id, trigger_id FROM contacts WHERE trigger_id IS NOT NULL ORDER BY call_id")
                .map((row, context) -> new Link(Columns.required(row, "call_id"), Columns.required(row, "trigger_id")))
                .list());
    }

    /** Causes of linked repeats as they are stored, by the later contact. */
    public Map<String, String> causes() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT call_id, cause FROM contacts WHERE trigger_id IS NOT NULL AND cause IS NOT NULL")
                .reduceRows(new TreeMap<String, String>(), (all, row) -> {
                    all.put(row.getColumn("call_id", String.class), row.getColumn("cause", String.class));
                    return all;
                }));
    }

    /** One contact repeats another. */
    public record Link(String later, String earlier) {}

    private static void batch(Handle handle, String sql, List<MadeUpCall> calls) {
        if (calls.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (MadeUpCall call : calls) {
                bind(batch, call.facts()).add();
            }
            batch.execute();
        }
    }

    private static PreparedBatch bind(PreparedBatch batch, CallFacts facts) {
        return batch.bind("id", facts.callId())
                .bind("version", VERSION)
                .bind("at", Columns.time(facts.startedAt()))
                .bind("team", facts.team())
                .bind("queue", facts.queue())
                .bind(
                        "direction",
                        facts.direction() == null ? null : facts.direction().id())
                .bind("customer", facts.customer())
                .bind("product", facts.product())
                .bind("attributes", facts.forwarded() ? "{\"transferred\": \"true\"}" : "{}")
                .bind("duration", facts.durationMs())
                .bind("verdict", facts.verdict().id())
                .bind("reason", facts.reason())
                .bind("resolution", facts.resolution().id())
                .bind("said", facts.saidCause() != null)
                .bind("cause", facts.saidCause())
                .bind(
                        "owner",
                        facts.barrierOwners().isEmpty()
                                ? null
                                : facts.barrierOwners().get(0));
    }
}
