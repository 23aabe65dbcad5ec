package io.callscope.standalone.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up calls on their way into the tables of the analytics service. Not thread-safe. */
final class CallRows {
    private static final String HASH = "text-1";
    private static final String VERSION = "bench";

    /** The forces with codes of theirs, as the shipped codebook has them. */
    private static final List<String[]> CODES = List.of(
            new String[] {"certainty", "certainty.no-deadline"},
            new String[] {"certainty", "certainty.promise-broken"},
            new String[] {"fair-treatment", "fair-treatment.refund-withheld"},
            new String[] {"control", "control.sent-in-circles"},
            new String[] {"status", "status.repeats-story"},
            new String[] {"enjoyment", "enjoyment.calls-again"});

    private static final List<String> RULES = List.of("churn-risk", "third-call", "money-unfair", "long-silence");
    /** What the page on requests and ideas counts. */
    private static final List<String> REQUESTS =
            List.of("unmet-need", "competitor", "asked-again-in-app", "system-fails", "no-authority", "knowledge-gap");

    private static final List<String> REASONS = List.of("order-status", "refund", "payment", "other");
    private static final List<String> RESOLUTIONS = List.of("resolved", "unresolved", "unknown");

    private static final String VERSIONS = "{\"asrModelId\":\"small-ru\",\"transcriptHash\":\"" + HASH
            + "\",\"classifier\":\"rules\",\"classifierVersion\":\"1\",\"codebookHash\":\"b\",\"flagRulesHash\":\"f\"}";
    private static final String NOT_SAID = "{\"said\":false,\"evidence\":[]}";

    private static final String TRANSCRIPTS = """
            INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms, channel_count,
                transcribed_at, processing_ms, search, search_customer, search_agent)
            SELECT call_id, '%s', 'small-ru', 'recognised', language, %d, 2, at, 900,
                to_tsvector('pg_catalog.russian', everything), to_tsvector('pg_catalog.russian', customer),
                to_tsvector('pg_catalog.russian', agent)
            FROM filled
            """.formatted(HASH, MadeUpCall.durationMs());

    private final Instant now;
    private final TableRows calls = new TableRows(
            "calls",
            "call_id",
            "state",
            "started_at timestamptz",
            "agent_id",
            "agent_name",
            "team",
            "queue",
            "direction",
            "customer_key",
            "customer_last4",
            "product",
            "language",
            "channel_parties jsonb",
            "attributes jsonb",
            "metadata_at timestamptz",
            "duration_ms bigint",
            "recorded_at timestamptz",
            "transcribed_at timestamptz",
            "analyzed_at timestamptz",
            "progress_at timestamptz",
            "failed_at timestamptz",
            "failed_stage",
            "failed_reason",
            "failed_detail",
            "transcript_hash",
            "version_key",
            "verdict",
            "contact_reason",
            "resolution",
            "repeat_said boolean",
            "flag_priority integer",
            "talk_ratio float8",
            "dead_air_longest_ms bigint",
            "dead_air_ms bigint",
            "hold_ms bigint",
            "overtalk_ratio float8",
            "agent_interruptions integer");
    private final TableRows texts =
            new TableRows("filled", "call_id", "language", "at timestamptz", "everything", "customer", "agent");
    private final TableRows utterances = new TableRows(
            "utterances",
            "call_id",
            "transcript_hash",
            "utterance_id integer",
            "channel integer",
            "party",
            "start_ms bigint",
            "end_ms bigint",
            "text",
            "confidence float8",
            "words jsonb");
    private final TableRows analyses = new TableRows(
            "analyses",
            "call_id",
            "version_key",
            "versions jsonb",
            "transcript_hash",
            "verdict",
            "contact_reason",
            "resolution",
            "repeat_contact jsonb",
            "analyzed_at timestamptz");
    private final TableRows marks = new TableRows(
            "marks",
            "call_id",
            "version_key",
            "place integer",
            "force",
            "code",
            "polarity",
            "stage",
            "severity integer",
            "party",
            "evidence jsonb",
            "owner",
            "confidence float8",
            "classifier");
    private final TableRows signals =
            new TableRows("signals", "call_id", "version_key", "place integer", "signal", "party", "evidence jsonb");
    private final TableRows flags = new TableRows(
            "flags", "call_id", "version_key", "place integer", "rule", "priority integer", "evidence jsonb");

    CallRows(Instant now) {
        this.now = now;
    }

    void add(MadeUpCall call) {
        Instant started = call.startedAt(now);
        if (call.isAnalyzed()) {
            addHeard(call, started);
        } else {
            addRow(call, started, null, null, null);
        }
    }

    private void addHeard(MadeUpCall call, Instant started) {
        Random random = call.random();
        String reason = REASONS.get(random.nextInt(REASONS.size()));
        String resolution = RESOLUTIONS.get(random.nextInt(RESOLUTIONS.size()));
        int rule = random.nextInt(100) < 25 ? random.nextInt(RULES.size()) : -1;
        Integer priority = rule < 0 ? null : Integer.valueOf(rule == 3 ? 3 : rule == 2 ? 2 : 1);
        addRow(call, started, reason, resolution, priority);
        texts.add(call.id(), call.language(), started, call.text(""), call.text("customer"), call.text("agent"));
        for (int i = 0; i < call.said().size(); i++) {
            long start = MadeUpCall.startMs(i);
            utterances.add(
                    call.id(),
                    HASH,
                    i,
                    i % 2,
                    call.party(i),
                    start,
                    start + 5_000,
                    call.said().get(i),
                    0.9,
                    call.words(i));
        }
        analyses.add(call.id(), VERSION, VERSIONS, HASH, "judged", reason, resolution, NOT_SAID, started);
        addMarks(call, random);
        if (rule >= 0) {
            flags.add(call.id(), VERSION, 0, RULES.get(rule), priority, call.evidence(3));
        }
        if (random.nextInt(100) < 20) {
            signals.add(call.id(), VERSION, 0, "churn-intent", "customer", call.evidence(5));
        }
        int place = 1;
        for (String signal : REQUESTS) {
            if (random.nextInt(100) < 4) {
                signals.add(call.id(), VERSION, place++, signal, "customer", call.evidence(5));
            }
        }
    }

    private void addMarks(MadeUpCall call, Random random) {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String[] code = CODES.get(Math.min(random.nextInt(CODES.size()), random.nextInt(CODES.size())));
            marks.add(
                    call.id(),
                    VERSION,
                    i,
                    code[0],
                    code[1],
                    "barrier",
                    "delivery",
                    1 + random.nextInt(3),
                    "customer",
                    call.evidence(1 + 2 * i),
                    "logistics",
                    0.8,
                    "rules");
        }
    }

    private void addRow(
            MadeUpCall call,
            Instant started,
            @Nullable String reason,
            @Nullable String resolution,
            @Nullable Integer priority) {
        boolean analyzed = call.isAnalyzed();
        boolean failed = call.state().equals("failed");
        Instant heard = analyzed ? started.plusSeconds(300) : null;
        calls.add(
                call.id(),
                call.state(),
                started,
                "a-" + call.agent(),
                "Оператор " + MadeUpTalk.rare(call.agent() + 400),
                "Команда " + call.team(),
                call.queue(),
                call.number() % 9 == 0 ? "outbound" : "inbound",
                "%064x".formatted(call.customer() + 1),
                "%04d".formatted(call.customer() % 10_000),
                call.product(),
                call.language(),
                "[\"agent\",\"customer\"]",
                "{\"branch\":\"b%d\"}".formatted(call.number() % 40),
                started,
                MadeUpCall.durationMs(),
                started,
                heard,
                heard,
                heard,
                failed ? started.plusSeconds(200) : null,
                failed ? "transcribe" : null,
                failed ? "audio-corrupt" : null,
                failed ? "made up" : null,
                analyzed ? HASH : null,
                analyzed ? VERSION : null,
                analyzed ? "judged" : null,
                reason,
                resolution,
                analyzed ? "f" : null,
                priority,
                analyzed ? (35 + call.number() % 41) / 100.0 : null,
                analyzed ? call.number() * 7_919L % 90_000 : null,
                analyzed ? call.number() * 7_919L % 120_000 : null,
                analyzed && call.number() % 5 == 0 ? Long.valueOf(call.number() % 60 * 1_000L) : analyzed ? 0L : null,
                analyzed ? call.number() % 12 / 100.0 : null,
                analyzed ? call.number() % 4 : null);
    }

    /** Writes everything within the connection's transaction. */
    void send(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = off");
            statement.execute("CREATE TEMP TABLE filled (call_id text, language text, at timestamptz, everything text,"
                    + " customer text, agent text) ON COMMIT DROP");
            calls.send(connection);
            texts.send(connection);
            statement.execute(TRANSCRIPTS);
            utterances.send(connection);
            analyses.send(connection);
            marks.send(connection);
            signals.send(connection);
            flags.send(connection);
        }
    }
}
