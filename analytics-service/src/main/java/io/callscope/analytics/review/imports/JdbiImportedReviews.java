package io.callscope.analytics.review.imports;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Reviews from elsewhere in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiImportedReviews implements ImportedReviews {
    /** One import at a time: of two with the same rows the second one finds them known. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('reviews import'))";

    private static final String KNOWN_CALLS = """
            SELECT call_id FROM calls WHERE call_id = ANY(:calls) AND (:every OR team = ANY(:teams))
            """;

    /** The latest of each. */
    private static final String KNOWN = """
            SELECT DISTINCT ON (r.import_key) r.import_key, r.review_id, r.comment
            FROM reviews r WHERE r.import_key = ANY(:keys) ORDER BY r.import_key, r.review_id DESC
            """;

    private static final String ANSWERS = """
            SELECT review_id, subject, item, answer, severity, comment FROM review_answers WHERE review_id = ANY(:reviews)
            """;

    /** The latest of each key, one row for each criterion; one without any has a row, too. */
    private static final String OF_CALL = """
            SELECT l.review_id, l.reviewer, l.submitted_at, l.scorecard, l.comment, a.item, a.answer,
                a.comment AS remark
            FROM (SELECT DISTINCT ON (r.import_key) r.* FROM reviews r JOIN calls c USING (call_id)
                WHERE r.call_id = :call AND r.seat = 'import' AND (:every OR c.team = ANY(:teams))
                ORDER BY r.import_key, r.review_id DESC) AS l
            LEFT JOIN review_answers a ON a.review_id = l.review_id AND a.subject = 'criterion'
            ORDER BY l.submitted_at DESC, l.review_id DESC, a.item
            """;

    private static final String INSERT = """
            INSERT INTO reviews (call_id, seat, reviewer, blind, scorecard, scorecard_version, comment, submitted_at,
                replaces, import_key)
            VALUES (:call, 'import', :reviewer, false, :scorecard, :version, :comment, :at, :replaces, :key)
            """;

    private static final String INSERT_ANSWER = """
            INSERT INTO review_answers (review_id, subject, item, answer, severity, comment, at_ms)
            VALUES (:review, :subject, :item, :answer, :severity, :comment, :at)
            """;

    private final Jdbi jdbi;
    private final ZoneId site;

    /** @param site in whose zone days begin */
    public JdbiImportedReviews(DataSource dataSource, ZoneId site) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.site = Objects.requireNonNull(site, "site");
    }

    @Override
    public Set<String> unknownCalls(Collection<String> calls, TeamScope scope) {
        Set<String> unknown = new HashSet<>(calls);
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(KNOWN_CALLS)
                        .bindArray("calls", String.class, unknown)
                        .bind("every", scope.everyTeam())
                        .bindArray("teams", String.class, List.copyOf(scope.teams()))
                        .mapTo(String.class)
                        .list()))
                .forEach(unknown::remove);
        return unknown;
    }

    @Override
    public List<ImportedScore> of(CallId callId, TeamScope scope) {
        Map<Long, ImportedScore> heads = new LinkedHashMap<>();
        Map<Long, List<ImportedScore.Answer>> answers = new HashMap<>();
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(OF_CALL)
                .bind("call", callId.value())
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .map((row, context) -> {
                    long id = row.getLong("review_id");
                    heads.putIfAbsent(
                            id,
                            new ImportedScore(
                                    Columns.required(row, "reviewer"),
                                    Columns.requiredInstant(row, "submitted_at"),
                                    Columns.required(row, "scorecard"),
                                    row.getString("comment"),
                                    List.of()));
                    String criterion = row.getString("item");
                    return criterion != null
                            && answers.computeIfAbsent(id, one -> new ArrayList<>())
                                    .add(new ImportedScore.Answer(
                                            criterion, Columns.required(row, "answer"), row.getString("remark")));
                })
                .list()));
        return heads.entrySet().stream()
                .map(head -> new ImportedScore(
                        head.getValue().reviewer(),
                        head.getValue().at(),
                        head.getValue().scorecard(),
                        head.getValue().comment(),
                        answers.getOrDefault(head.getKey(), List.of())))
                .toList();
    }

    @Override
    public Kept keep(List<ImportedReview> reviews, Instant now, boolean dryRun) {
        if (reviews.isEmpty()) {
            return new Kept(0, 0, 0);
        }
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            handle.execute(LOCK);
            Map<String, Known> known = known(handle, reviews);
            Map<ImportedReview, @Nullable Long> fresh = new LinkedHashMap<>();
            int changed = 0;
            for (ImportedReview review : reviews) {
                Known earlier = known.get(review.key());
                if (earlier == null || !earlier.content().equals(content(review))) {
                    fresh.put(review, earlier == null ? null : earlier.id());
                    changed += earlier == null ? 0 : 1;
                }
            }
            if (!dryRun && !fresh.isEmpty()) {
                insert(handle, fresh, now);
            }
            return new Kept(fresh.size() - changed, changed, reviews.size() - fresh.size());
        }));
    }

    /** What is kept of a key; {@code content} by item, the comment on the whole call without one. */
    private record Known(long id, Map<String, String> content) {}

    private static Map<String, Known> known(Handle handle, List<ImportedReview> reviews) {
        Map<Long, Map<String, String>> contents = new HashMap<>();
        Map<String, Known> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .bindArray(
                        "keys",
                        String.class,
                        reviews.stream().map(ImportedReview::key).toList())
                .map((row, context) -> {
                    Known one = new Known(row.getLong("review_id"), new TreeMap<>());
                    put(one.content(), "", row.getString("comment"));
                    contents.put(one.id(), one.content());
                    return known.put(Columns.required(row, "import_key"), one);
                })
                .list();
        handle.createQuery(ANSWERS)
                .bindArray("reviews", Long.class, List.copyOf(contents.keySet()))
                .map((row, context) -> Objects.requireNonNull(contents.get(row.getLong("review_id")))
                        .put(
                                Columns.required(row, "subject") + ' ' + Columns.required(row, "item"),
                                said(
                                        Columns.required(row, "answer"),
                                        Columns.integer(row, "severity"),
                                        row.getString("comment"))))
                .list();
        return known;
    }

    private static Map<String, String> content(ImportedReview review) {
        Map<String, String> content = review.given().answers().stream()
                .collect(Collectors.toMap(
                        answer -> answer.subject().id() + ' ' + answer.item(),
                        answer -> said(answer.answer(), answer.severity(), PgText.cleanOrNull(answer.comment())),
                        (one, other) -> other,
                        TreeMap::new));
        put(content, "", PgText.cleanOrNull(review.given().comment()));
        return content;
    }

    private static void put(Map<String, String> content, String item, @Nullable String text) {
        if (text != null) {
            content.put(item, text);
        }
    }

    private static String said(String answer, @Nullable Integer severity, @Nullable String comment) {
        return "%s %s %s".formatted(answer, severity, comment);
    }

    private void insert(Handle handle, Map<ImportedReview, @Nullable Long> reviews, Instant now) {
        List<Long> ids;
        try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
            reviews.forEach((review, replaces) -> batch.bind("call", review.call())
                    .bind("reviewer", PgText.clean(review.reviewer()))
                    .bind("scorecard", review.given().scorecard())
                    .bind("version", review.given().scorecardVersion())
                    .bind("comment", PgText.cleanOrNull(review.given().comment()))
                    .bind(
                            "at",
                            Columns.time(
                                    review.day() == null
                                            ? now
                                            : review.day().atStartOfDay(site).toInstant()))
                    .bind("replaces", replaces)
                    .bind("key", review.key())
                    .add());
            ids = batch.executePreparedBatch("review_id").mapTo(Long.class).list();
        }
        try (PreparedBatch batch = handle.prepareBatch(INSERT_ANSWER)) {
            int place = 0;
            for (ImportedReview review : reviews.keySet()) {
                long id = ids.get(place++);
                for (ReviewAnswer answer : review.given().answers()) {
                    batch.bind("review", id)
                            .bind("subject", answer.subject().id())
                            .bind("item", answer.item())
                            .bind("answer", answer.answer())
                            .bind("severity", answer.severity())
                            .bind("comment", PgText.cleanOrNull(answer.comment()))
                            .bind("at", answer.atMs())
                            .add();
                }
            }
            batch.execute();
        }
    }
}
