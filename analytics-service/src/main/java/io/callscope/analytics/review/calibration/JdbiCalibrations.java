package io.callscope.analytics.review.calibration;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.review.EmptyWeekException;
import io.callscope.analytics.review.JdbiMarksSeen;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Sessions in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiCalibrations implements Calibrations {
    private static final String SESSIONS = """
            SELECT s.*, (SELECT count(*) FROM calibration_calls k WHERE k.session_id = s.session_id) AS calls
            FROM calibration_sessions s
            WHERE (cast(:session AS bigint) IS NULL OR s.session_id = :session)
                AND (:every OR NOT EXISTS (SELECT 1 FROM calibration_calls k JOIN calls c USING (call_id)
                    WHERE k.session_id = s.session_id AND (c.team = ANY(:teams)) IS NOT TRUE))
            ORDER BY s.session_id DESC LIMIT 50
            """;

    private static final String PEOPLE = """
            SELECT p.session_id, p.reviewer, count(r.review_id) AS done
            FROM calibration_people p LEFT JOIN reviews r ON r.session_id = p.session_id AND r.reviewer = p.reviewer
                AND r.replaces IS NULL
            WHERE p.session_id = ANY(:sessions) GROUP BY 1, 2 ORDER BY 1, 2
            """;

    /** The order of the draw is that of a hash of seed and call. */
    private static final String CANDIDATES = """
            SELECT c.call_id, c.team, EXISTS (SELECT 1 FROM evaluation_answers a WHERE a.call_id = e.call_id
                AND a.scorecard = e.scorecard AND a.version_key = e.version_key AND a.analysis_key = e.analysis_key
                AND a.answer = 'not-met') AS failing
            FROM evaluations e JOIN calls c USING (call_id)
            WHERE e.current AND e.scorecard = :scorecard AND c.started_at >= :from AND c.started_at < :to
                AND NOT EXISTS (SELECT 1 FROM planned_calls p WHERE p.call_id = c.call_id)
                AND NOT EXISTS (SELECT 1 FROM calibration_calls k WHERE k.call_id = c.call_id)
                AND NOT %s
            ORDER BY md5(:seed || c.call_id)
            """.formatted(JdbiMarksSeen.byAnyOfPeople("c.call_id"));

    private static final String INSERT = """
            INSERT INTO calibration_sessions (name, scorecard, week, seed, made_at, made_by)
            VALUES (:name, :scorecard, :week, :seed, :now, :by) RETURNING session_id
            """;

    private static final String INSERT_CALL =
            "INSERT INTO calibration_calls (session_id, call_id, place) VALUES (:session, :value, :place)";
    private static final String INSERT_PERSON =
            "INSERT INTO calibration_people (session_id, reviewer) VALUES (:session, :value)";

    private static final String CLOSE =
            "UPDATE calibration_sessions SET closed_at = :now WHERE session_id = :session AND closed_at IS NULL";

    private static final String ANSWERS = """
            SELECT a.item AS criterion, r.call_id, r.reviewer, a.answer
            FROM reviews r JOIN review_answers a USING (review_id)
            WHERE r.session_id = :session AND r.replaces IS NULL AND r.blind AND a.subject = 'criterion'
            UNION ALL
            SELECT a.criterion, e.call_id, NULL, a.answer
            FROM calibration_calls k JOIN calibration_sessions s USING (session_id)
            JOIN evaluations e ON e.call_id = k.call_id AND e.scorecard = s.scorecard AND e.current
            JOIN evaluation_answers a ON a.call_id = e.call_id AND a.scorecard = e.scorecard
                AND a.version_key = e.version_key AND a.analysis_key = e.analysis_key
            WHERE k.session_id = :session
            """;

    private final Jdbi jdbi;
    private final ZoneId zone;

    /**
     * @param zone of the site, whose weeks count
     */
    public JdbiCalibrations(DataSource dataSource, ZoneId zone) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    public List<CalibrationSession> all(TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> sessions(handle, null, scope)));
    }

    @Override
    public Optional<CalibrationSession> of(long number, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.withHandle(
                handle -> sessions(handle, number, scope).stream().findFirst()));
    }

    private static List<CalibrationSession> sessions(Handle handle, @Nullable Long number, TeamScope scope) {
        Map<Long, List<CalibrationSession.Progress>> people = new HashMap<>();
        List<CalibrationSession> found = handle.createQuery(SESSIONS)
                .bind("session", number)
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .map((row, context) -> session(row, people))
                .list();
        handle.createQuery(PEOPLE)
                .bindArray(
                        "sessions",
                        Long.class,
                        found.stream().map(CalibrationSession::number).toList())
                .map((row, context) -> people.computeIfAbsent(row.getLong("session_id"), id -> new ArrayList<>())
                        .add(new CalibrationSession.Progress(Columns.required(row, "reviewer"), row.getInt("done"))))
                .list();
        return found.stream()
                .map(one -> new CalibrationSession(
                        one.number(),
                        one.name(),
                        one.scorecard(),
                        one.week(),
                        one.madeAt(),
                        one.madeBy(),
                        one.closedAt(),
                        one.calls(),
                        people.getOrDefault(one.number(), List.of())))
                .toList();
    }

    private static CalibrationSession session(ResultSet row, Map<Long, List<CalibrationSession.Progress>> people)
            throws SQLException {
        long number = row.getLong("session_id");
        return new CalibrationSession(
                number,
                Columns.required(row, "name"),
                Columns.required(row, "scorecard"),
                Objects.requireNonNull(row.getObject("week", LocalDate.class), "week"),
                Columns.requiredInstant(row, "made_at"),
                Columns.required(row, "made_by"),
                Columns.instant(row, "closed_at"),
                row.getInt("calls"),
                people.getOrDefault(number, List.of()));
    }

    @Override
    public long make(CalibrationDraft draft, List<User> people, String by, TeamScope scope, Instant now) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            List<String> calls = draw(handle, draft, people, scope);
            if (calls.isEmpty()) {
                throw new EmptyWeekException(draft.week());
            }
            long number = handle.createQuery(INSERT)
                    .bind("name", PgText.clean(draft.name()))
                    .bind("scorecard", draft.scorecard())
                    .bind("week", draft.week())
                    .bind("seed", draft.seed())
                    .bind("now", Columns.time(now))
                    .bind("by", by)
                    .mapTo(Long.class)
                    .one();
            insert(handle, INSERT_CALL, number, calls);
            insert(handle, INSERT_PERSON, number, draft.people());
            return number;
        }));
    }

    private static void insert(Handle handle, String sql, long number, List<String> values) {
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (int i = 0; i < values.size(); i++) {
                batch.bind("session", number)
                        .bind("value", values.get(i))
                        .bind("place", i)
                        .add();
            }
            batch.execute();
        }
    }

    /** A call that might be drawn. */
    private record Candidate(String callId, @Nullable String team, boolean failing) {}

    private List<String> draw(Handle handle, CalibrationDraft draft, List<User> people, TeamScope scope) {
        List<Candidate> candidates = handle.createQuery(CANDIDATES)
                .bind("scorecard", draft.scorecard())
                .bind("from", Columns.time(draft.week().atStartOfDay(zone).toInstant()))
                .bind(
                        "to",
                        Columns.time(
                                draft.week().plusWeeks(1).atStartOfDay(zone).toInstant()))
                .bindArray("people", String.class, draft.people())
                .bind("seed", Long.toString(draft.seed()))
                .map((row, context) -> new Candidate(
                        Columns.required(row, "call_id"), row.getString("team"), row.getBoolean("failing")))
                .list();
        List<Candidate> seen = candidates.stream()
                .filter(call -> scope.includes(call.team()))
                .filter(call -> people.stream().allMatch(one -> one.scope().includes(call.team())))
                .toList();
        Set<String> drawn = new LinkedHashSet<>();
        take(seen, Candidate::failing, draft.calls() / 2, drawn);
        take(seen, call -> true, draft.calls(), drawn);
        return drawn.stream().sorted().toList();
    }

    private static void take(List<Candidate> calls, Predicate<Candidate> such, int upTo, Set<String> drawn) {
        for (Candidate call : calls) {
            if (drawn.size() < upTo && such.test(call)) {
                drawn.add(call.callId());
            }
        }
    }

    @Override
    public boolean close(long number, TeamScope scope, Instant now) {
        return of(number, scope).isPresent()
                && SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(CLOSE)
                                .bind("session", number)
                                .bind("now", Columns.time(now))
                                .execute()
                        > 0));
    }

    @Override
    public List<SessionAnswer> answers(long number) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(ANSWERS)
                .bind("session", number)
                .map((row, context) -> new SessionAnswer(
                        Columns.required(row, "criterion"),
                        Columns.required(row, "call_id"),
                        row.getString("reviewer"),
                        Answer.ofId(Columns.required(row, "answer"))))
                .list()));
    }
}
