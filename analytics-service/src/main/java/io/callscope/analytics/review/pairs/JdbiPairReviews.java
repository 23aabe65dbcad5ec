package io.callscope.analytics.review.pairs;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.review.JdbiMarksSeen;
import io.callscope.analytics.review.SeatTakenException;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Pair reviews in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiPairReviews implements PairReviews {
    private static final int MOST = 20;

    private static final String SEAT = """
            SELECT t.plan_id, t.seat, p.repeats, p.of_call, p.cause FROM review_seats t JOIN calls c USING (call_id)
            LEFT JOIN pair_reviews p USING (plan_id, call_id, seat)
            WHERE t.call_id = :call AND t.reviewer = :login AND (:every OR c.team = ANY(:teams))
                AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.plan_id = t.plan_id AND r.call_id = t.call_id
                    AND r.seat = t.seat)
            ORDER BY t.plan_id LIMIT 1
            """;

    /** By the customer's key alone: links are what is to be checked. A call that he does not see is not asked about. */
    private static final String BESIDE = """
            (SELECT o.call_id, o.listed_at FROM calls o
            WHERE o.customer_key = c.customer_key AND o.call_id <> c.call_id AND o.transcript_hash IS NOT NULL
                AND (:every OR o.team = ANY(:teams)) AND %s ORDER BY o.listed_at %s, o.call_id LIMIT :most)
            """;

    private static final String EARLIER = BESIDE.formatted(
            "o.listed_at <= c.listed_at AND o.listed_at >= c.listed_at - make_interval(days => :days)", "DESC");
    private static final String LATER = BESIDE.formatted(
            "o.listed_at > c.listed_at AND o.listed_at <= c.listed_at + make_interval(days => :days)", "ASC");

    private static final String OTHERS = """
            SELECT b.call_id FROM calls c CROSS JOIN LATERAL %s b WHERE c.call_id = :call
            ORDER BY b.listed_at %s, b.call_id
            """;
    private static final String BEFORE = OTHERS.formatted(EARLIER, "DESC");
    private static final String AFTER = OTHERS.formatted(LATER, "ASC");

    private static final String CLOSED = """
            SELECT b.call_id, min(t.call_id) AS planned FROM review_seats t JOIN calls c ON c.call_id = t.call_id
            CROSS JOIN LATERAL (%s UNION ALL %s) b
            WHERE t.reviewer = :login AND (:every OR c.team = ANY(:teams))
                AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.plan_id = t.plan_id AND r.call_id = t.call_id
                    AND r.seat = t.seat)
                AND NOT EXISTS (SELECT 1 FROM pair_reviews p WHERE p.plan_id = t.plan_id AND p.call_id = t.call_id
                    AND p.seat = t.seat)
            GROUP BY b.call_id
            """.formatted(EARLIER, LATER);

    private static final String GIVE = """
            INSERT INTO pair_reviews (plan_id, call_id, seat, reviewer, blind, repeats, of_call, cause, submitted_at)
            VALUES (:plan, :call, :seat, :login, NOT %s, :repeats, :of, :cause, :now)
            ON CONFLICT DO NOTHING
            """.formatted(JdbiMarksSeen.anyByLogin("CAST(:shown AS text[])"));

    private final Jdbi jdbi;
    private final IntSupplier windowDays;

    /**
     * @param windowDays within how many days a contact may repeat another
     */
    public JdbiPairReviews(DataSource dataSource, IntSupplier windowDays) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.windowDays = Objects.requireNonNull(windowDays, "windowDays");
    }

    /** A seat whose review is still to be given. */
    private record OpenSeat(
            long plan, String seat, @Nullable PairAnswer given) {}

    @Override
    public Optional<PairCandidates> of(User user, CallId callId) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> seat(handle, user, callId)
                .map(seat -> new PairCandidates(
                        others(handle, BEFORE, user, callId), others(handle, AFTER, user, callId), seat.given()))));
    }

    private static Optional<OpenSeat> seat(Handle handle, User user, CallId callId) {
        return scoped(user, handle.createQuery(SEAT))
                .bind("call", callId.value())
                .bind("login", user.login())
                .map((row, context) -> new OpenSeat(row.getLong("plan_id"), Columns.required(row, "seat"), given(row)))
                .findOne();
    }

    private static @Nullable PairAnswer given(ResultSet row) throws SQLException {
        boolean repeats = row.getBoolean("repeats");
        if (row.wasNull()) {
            return null;
        }
        String of = row.getString("of_call");
        return new PairAnswer(repeats, of == null ? null : new CallId(of), row.getString("cause"));
    }

    private List<CallId> others(Handle handle, String sql, User user, CallId callId) {
        return scoped(user, handle.createQuery(sql))
                .bind("call", callId.value())
                .bind("days", windowDays.getAsInt())
                .bind("most", MOST)
                .map((row, context) -> new CallId(Columns.required(row, "call_id")))
                .list();
    }

    @Override
    public Map<String, CallId> closedTo(User user) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> scoped(user, handle.createQuery(CLOSED))
                .bind("login", user.login())
                .bind("days", windowDays.getAsInt())
                .bind("most", MOST)
                .reduceRows(new HashMap<>(), (closed, row) -> {
                    closed.put(
                            row.getColumn("call_id", String.class), new CallId(row.getColumn("planned", String.class)));
                    return closed;
                })));
    }

    @Override
    public void give(User user, CallId callId, PairAnswer answer, Instant now) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            OpenSeat seat = seat(handle, user, callId).orElseThrow(() -> new SeatTakenException(callId));
            List<CallId> earlier = others(handle, BEFORE, user, callId);
            requireEarlier(earlier, answer.of());
            List<String> shown = Stream.of(List.of(callId), earlier, others(handle, AFTER, user, callId))
                    .flatMap(List::stream)
                    .map(CallId::value)
                    .toList();
            CallId of = answer.of();
            int kept = handle.createUpdate(GIVE)
                    .bind("plan", seat.plan())
                    .bind("call", callId.value())
                    .bind("seat", seat.seat())
                    .bind("login", user.login())
                    .bind("repeats", answer.repeats())
                    .bind("of", of == null ? null : of.value())
                    .bind("cause", answer.cause())
                    .bind("now", Columns.time(now))
                    .bindArray("shown", String.class, shown)
                    .execute();
            if (kept == 0) {
                throw new SeatTakenException(callId);
            }
            return kept;
        }));
    }

    private static void requireEarlier(List<CallId> earlier, @Nullable CallId of) {
        if (of != null && !earlier.contains(of)) {
            throw new IllegalArgumentException("of \"%s\": expected one of %s"
                    .formatted(of, earlier.stream().map(CallId::value).collect(Collectors.joining(", "))));
        }
    }

    private static <S extends SqlStatement<S>> S scoped(User user, S statement) {
        TeamScope scope = user.scope();
        return statement.bind("every", scope.everyTeam()).bindArray("teams", String.class, List.copyOf(scope.teams()));
    }
}
