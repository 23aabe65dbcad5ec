package io.callscope.analytics.repeats.asked;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.pair.PairVerdict;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The questions in PostgreSQL: rows of {@code issue_pairs}. Thread-safe; the data source belongs to the caller. */
public final class JdbiPairQuestions implements PairQuestions {
    /** Longer than a model may take for one answer with all its attempts; then somebody else asks. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    /** Of earlier contacts, so many are asked about for each contact. */
    private static final int MOST_EARLIER = 2;

    /** An open pair is one that nobody claimed, or whose transcripts have changed, or whose claim has run out. */
    private static final String CLAIM = """
            INSERT INTO issue_pairs (earlier_id, later_id, customer_key, earlier_hash, later_hash, claimed_until)
            SELECT earlier_id, later_id, customer_key, earlier_hash, later_hash, :until FROM (
                SELECT e.call_id AS earlier_id, n.call_id AS later_id, n.customer_key, e.transcript_hash AS earlier_hash,
                    k.transcript_hash AS later_hash
                FROM contacts n JOIN calls k ON k.call_id = n.call_id
                CROSS JOIN LATERAL (
                    SELECT b.call_id, c.transcript_hash, row_number() OVER (ORDER BY b.started_at DESC, b.call_id) AS back
                    FROM contacts b JOIN calls c ON c.call_id = b.call_id
                    WHERE b.customer_key = n.customer_key AND b.started_at < n.started_at
                        AND b.started_at >= n.started_at - make_interval(secs => :window)
                        AND b.standing = 'linkable' AND b.judged AND c.transcript_hash IS NOT NULL
                    ORDER BY b.started_at DESC, b.call_id LIMIT :most) e
                LEFT JOIN issue_pairs p ON p.later_id = n.call_id AND p.earlier_id = e.call_id
                    AND p.later_hash = k.transcript_hash AND p.earlier_hash = e.transcript_hash
                WHERE n.standing = 'linkable' AND n.judged AND n.started_at >= :since
                    AND k.transcript_hash IS NOT NULL
                    AND (k.repeat_cause IS NULL OR k.repeat_cause <> 'new-question')
                    AND (p.later_id IS NULL OR p.answer IS NULL AND p.claimed_until < :now)
                    AND (e.back = 1 OR EXISTS (SELECT 1 FROM issue_pairs d
                        WHERE d.later_id = n.call_id AND d.answer = 'different'
                        HAVING count(*) = e.back - 1))
                ORDER BY n.started_at DESC, n.call_id, e.back LIMIT 1) AS open
            ON CONFLICT (later_id, earlier_id) DO UPDATE SET customer_key = excluded.customer_key,
                earlier_hash = excluded.earlier_hash, later_hash = excluded.later_hash,
                claimed_until = excluded.claimed_until, answer = NULL, answered_at = NULL, asked_version = NULL,
                failure = NULL, earlier_ms = NULL, later_ms = NULL
            WHERE (issue_pairs.earlier_hash, issue_pairs.later_hash) <> (excluded.earlier_hash, excluded.later_hash)
                OR issue_pairs.answer IS NULL AND issue_pairs.claimed_until < :now
            RETURNING earlier_id, later_id, earlier_hash, later_hash
            """;

    private static final String ANSWERED = """
            UPDATE issue_pairs SET answer = :answer, answered_at = :now, asked_version = :version, failure = :failure,
                earlier_ms = :earlier_ms, later_ms = :later_ms
            WHERE later_id = :later AND earlier_id = :earlier AND answer IS NULL
                AND (earlier_hash, later_hash) = (:earlier_hash, :later_hash)
            RETURNING customer_key
            """;

    private static final String LINK_AGAIN =
            "INSERT INTO repeat_queue (customer_key, call_id) VALUES (:customer, :call)";

    private static final String GIVE_BACK = """
            DELETE FROM issue_pairs WHERE later_id = :later AND earlier_id = :earlier AND answer IS NULL
                AND (earlier_hash, later_hash) = (:earlier_hash, :later_hash)
            """;

    private final Jdbi jdbi;
    private final Duration window;
    private final Duration lookBack;
    private final Clock clock;

    /**
     * @param window within which a contact can be repeated
     * @param lookBack how old a contact may be to be asked about: what was stored before the model came stays as it is
     */
    public JdbiPairQuestions(DataSource dataSource, Duration window, Duration lookBack, Clock clock) {
        this.jdbi = Jdbi.create(Objects.requireNonNull(dataSource, "dataSource"));
        this.window = Objects.requireNonNull(window, "window");
        this.lookBack = Objects.requireNonNull(lookBack, "lookBack");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Optional<Claim> claim() {
        Instant now = clock.instant();
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("until", Columns.requiredTime(now.plus(LEASE)))
                .bind("window", window.toSeconds())
                .bind("most", MOST_EARLIER)
                .bind("since", Columns.requiredTime(now.minus(lookBack)))
                .bind("now", Columns.requiredTime(now))
                .map((row, context) -> new Claim(
                        new CallId(Columns.required(row, "earlier_id")),
                        new CallId(Columns.required(row, "later_id")),
                        Columns.required(row, "earlier_hash"),
                        Columns.required(row, "later_hash")))
                .findOne()));
    }

    @Override
    public void answered(Claim claim, PairVerdict verdict, String version) {
        keep(claim, verdict, null, version);
    }

    @Override
    public void failed(Claim claim, LlmFailure failure, String version) {
        keep(claim, PairVerdict.undecided(), failure, version);
    }

    /** In one transaction, so that no answer is kept that links do not come to know. */
    private void keep(Claim claim, PairVerdict verdict, @Nullable LlmFailure failure, String version) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            Optional<String> customer = handle.createQuery(ANSWERED)
                    .bind("answer", verdict.answer().id())
                    .bind("now", Columns.requiredTime(clock.instant()))
                    .bind("version", version)
                    .bind("failure", failure == null ? null : failure.id())
                    .bind("earlier_ms", startOf(verdict.earlier()))
                    .bind("later_ms", startOf(verdict.later()))
                    .bind("later", claim.later().value())
                    .bind("earlier", claim.earlier().value())
                    .bind("earlier_hash", claim.earlierHash())
                    .bind("later_hash", claim.laterHash())
                    .mapTo(String.class)
                    .findOne();
            customer.filter(key -> verdict.answer() != PairVerdict.Answer.UNDECIDED)
                    .ifPresent(key -> linkAgain(handle, key, claim));
            return customer.isPresent();
        }));
    }

    private static void linkAgain(Handle handle, String customer, Claim claim) {
        handle.createUpdate(LINK_AGAIN)
                .bind("customer", customer)
                .bind("call", claim.later().value())
                .execute();
    }

    private static @Nullable Long startOf(@Nullable Evidence place) {
        return place == null ? null : place.startMs();
    }

    @Override
    public void giveBack(Claim claim) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(GIVE_BACK)
                .bind("later", claim.later().value())
                .bind("earlier", claim.earlier().value())
                .bind("earlier_hash", claim.earlierHash())
                .bind("later_hash", claim.laterHash())
                .execute()));
    }
}
