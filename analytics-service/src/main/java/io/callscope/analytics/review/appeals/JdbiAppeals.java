package io.callscope.analytics.review.appeals;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.review.JdbiMarksSeen;
import io.callscope.analytics.review.appeals.AppealRefusedException.Refusal;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Appeals in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiAppeals implements Appeals {
    private static final String FILE = """
            INSERT INTO appeals (review_id, call_id, criterion, reason, at_ms, filed_by, filed_at, due_at)
            SELECT r.review_id, r.call_id, :criterion, :reason, :at, :login, :now, :due
            FROM reviews r WHERE r.review_id = :review
            ON CONFLICT (review_id, criterion) DO NOTHING RETURNING appeal_id
            """;

    /** Whether he knows nothing of the call but what can be heard in it. */
    private static final String IMPARTIAL = """
            SELECT p.filed_by <> :login
                AND NOT EXISTS (SELECT 1 FROM reviews s WHERE s.call_id = p.call_id AND s.reviewer = :login)
                AND NOT EXISTS (SELECT 1 FROM review_seats t WHERE t.call_id = p.call_id AND t.reviewer = :login)
                AND NOT EXISTS (SELECT 1 FROM calibration_calls k JOIN calibration_people m USING (session_id)
                    WHERE k.call_id = p.call_id AND m.reviewer = :login)
                AND NOT %s
            FROM appeals p WHERE p.appeal_id = :appeal
            """.formatted(JdbiMarksSeen.byLogin("p.call_id"));

    private static final String TAKE = "UPDATE appeals SET taken_by = :login WHERE appeal_id = :appeal";
    private static final String RELEASE = "UPDATE appeals SET taken_by = NULL WHERE appeal_id = :appeal";
    private static final String DECIDE = """
            UPDATE appeals SET decided_at = :now, decided_answer = :answer, decision_comment = :comment
            WHERE appeal_id = :appeal
            """;

    private static final String CLOSED =
            "SELECT call_id FROM appeals WHERE taken_by = :login AND decided_at IS NULL AND due_at > :now";

    private static final String COUNTS = """
            SELECT r.scorecard, a.item AS criterion, count(*) AS reviews, count(p.appeal_id) AS filed,
                count(*) FILTER (WHERE p.appeal_id IS NOT NULL AND p.decided_at IS NULL AND p.due_at > :now) AS open,
                count(p.decided_at) AS decided,
                count(*) FILTER (WHERE p.decided_answer <> a.answer) AS changed,
                count(*) FILTER (WHERE p.decided_at IS NULL AND p.due_at <= :now) AS expired
            FROM reviews r JOIN calls c USING (call_id)
            JOIN review_answers a ON a.review_id = r.review_id AND a.subject = 'criterion'
            LEFT JOIN appeals p ON p.review_id = r.review_id AND p.criterion = a.item
            WHERE %s AND (:every OR c.team = ANY(:teams))
            GROUP BY 1, 2 HAVING count(p.appeal_id) > 0 ORDER BY filed DESC, 1, 2
            """.formatted(JdbiAppealRows.APPEALABLE);

    private final Jdbi jdbi;
    private final AppealSettings settings;
    private final WorkingDays days;
    private final Clock clock;
    private final Supplier<Scorecards> scorecards;

    /**
     * @param zone of the site, whose working days count
     * @param scorecards in force
     */
    public JdbiAppeals(
            DataSource dataSource, AppealSettings settings, ZoneId zone, Clock clock, Supplier<Scorecards> scorecards) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.settings = Objects.requireNonNull(settings, "settings");
        this.days = new WorkingDays(zone, settings.daysOff());
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public List<Appeal> of(User user) {
        return reading(handle -> rows(handle, user).appeals(null));
    }

    @Override
    public Optional<Appeal> of(User user, long number) {
        return reading(handle -> find(handle, user, number));
    }

    @Override
    public Optional<AppealScores> scores(User user, long number) {
        return reading(handle -> rows(handle, user).scores(number, scorecards.get()));
    }

    @Override
    public List<ScoredReview> reviews(User user) {
        Instant now = clock.instant();
        return reading(handle -> rows(handle, user).reviews(oldest(now)).stream()
                .filter(review -> review.appealBefore().isAfter(now))
                .toList());
    }

    /** No review that was given before this can be objected to now, whatever days were off. */
    private Instant oldest(Instant now) {
        int calendarDays = 2 * settings.fileWithin() + 7 + settings.holidays().size();
        return now.minus(Duration.ofDays(calendarDays));
    }

    @Override
    public ScoredReview review(User user, long number) {
        return reading(handle -> rows(handle, user)
                .review(number)
                .orElseThrow(() -> new AppealRefusedException(Refusal.UNKNOWN_REVIEW, number)));
    }

    @Override
    public Appeal file(User user, Filing filing) {
        Instant now = clock.instant();
        return writing(handle -> {
            JdbiAppealRows rows = rows(handle, user);
            ScoredReview review = rows.review(filing.review())
                    .orElseThrow(() -> new AppealRefusedException(Refusal.UNKNOWN_REVIEW, filing.review()));
            requireCriterion(review, filing.criterion());
            if (rows.isReviewer(review.number())) {
                throw new AppealRefusedException(Refusal.APPEAL_OWN_REVIEW, review.number());
            }
            if (!now.isBefore(review.appealBefore())) {
                throw new AppealRefusedException(Refusal.APPEAL_LATE, review.number());
            }
            long number = handle.createQuery(FILE)
                    .bind("review", review.number())
                    .bind("criterion", filing.criterion())
                    .bind("reason", PgText.clean(filing.reason()))
                    .bind("at", filing.atMs())
                    .bind("login", user.login())
                    .bind("now", Columns.time(now))
                    .bind("due", Columns.time(days.after(now, settings.decideWithin())))
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new AppealRefusedException(Refusal.APPEAL_EXISTS, filing.criterion()));
            return known(handle, user, number);
        });
    }

    private static void requireCriterion(ScoredReview review, String criterion) {
        if (review.answers().stream().noneMatch(one -> one.criterion().equals(criterion))) {
            throw new AppealRefusedException(Refusal.UNKNOWN_CRITERION, criterion);
        }
    }

    @Override
    public Appeal take(User user, long number) {
        return writing(handle -> {
            Appeal appeal = locked(handle, user, number);
            requireOpen(appeal);
            if (appeal.takenBy() != null && !appeal.isWith(user.login())) {
                throw new AppealRefusedException(Refusal.APPEAL_NOT_TAKEN, number);
            }
            requireImpartial(handle, user, number);
            update(handle, TAKE, user, number);
            return known(handle, user, number);
        });
    }

    @Override
    public Appeal release(User user, long number, boolean anybodys) {
        return writing(handle -> {
            Appeal appeal = locked(handle, user, number);
            requireOpen(appeal);
            if (appeal.takenBy() == null || !anybodys && !appeal.isWith(user.login())) {
                throw new AppealRefusedException(Refusal.APPEAL_NOT_TAKEN, number);
            }
            handle.createUpdate(RELEASE).bind("appeal", number).execute();
            return known(handle, opened(user), number);
        });
    }

    @Override
    public Appeal decide(User user, long number, Decision decision) {
        return writing(handle -> {
            Appeal appeal = locked(handle, user, number);
            requireOpen(appeal);
            if (!appeal.isWith(user.login())) {
                throw new AppealRefusedException(Refusal.APPEAL_NOT_TAKEN, number);
            }
            requireImpartial(handle, user, number);
            handle.createUpdate(DECIDE)
                    .bind("appeal", number)
                    .bind("now", Columns.time(clock.instant()))
                    .bind("answer", decision.answer().id())
                    .bind("comment", PgText.cleanOrNull(decision.comment()))
                    .execute();
            return known(handle, opened(user), number);
        });
    }

    /** Whoever is done with an appeal: the call was closed to him because of it, and is so no more. */
    private static User opened(User user) {
        return user.without(Set.of());
    }

    /** Of two who act at once the second sees what the first did. */
    private Appeal locked(Handle handle, User user, long number) {
        handle.createQuery("SELECT 1 FROM appeals WHERE appeal_id = :appeal FOR UPDATE")
                .bind("appeal", number)
                .mapTo(Integer.class)
                .findOne();
        return known(handle, user, number);
    }

    private Appeal known(Handle handle, User user, long number) {
        return find(handle, user, number).orElseThrow(() -> new AppealRefusedException(Refusal.UNKNOWN_APPEAL, number));
    }

    private Optional<Appeal> find(Handle handle, User user, long number) {
        return rows(handle, user).appeals(number).stream().findFirst();
    }

    private static void requireOpen(Appeal appeal) {
        switch (appeal.state()) {
            case OPEN -> {}
            case DECIDED -> throw new AppealRefusedException(Refusal.APPEAL_DECIDED, appeal.number());
            case EXPIRED -> throw new AppealRefusedException(Refusal.APPEAL_EXPIRED, appeal.number());
        }
    }

    private static void requireImpartial(Handle handle, User user, long number) {
        boolean impartial = handle.createQuery(IMPARTIAL)
                .bind("login", user.login())
                .bind("appeal", number)
                .mapTo(Boolean.class)
                .one();
        if (!impartial) {
            throw new AppealRefusedException(Refusal.APPEAL_NOT_IMPARTIAL, number);
        }
    }

    private static void update(Handle handle, String sql, User user, long number) {
        handle.createUpdate(sql)
                .bind("login", user.login())
                .bind("appeal", number)
                .execute();
    }

    @Override
    public Set<String> closedTo(String login) {
        return reading(handle -> Set.copyOf(handle.createQuery(CLOSED)
                .bind("login", login)
                .bind("now", Columns.time(clock.instant()))
                .mapTo(String.class)
                .set()));
    }

    @Override
    public List<CriterionAppeals> counts(TeamScope scope) {
        return reading(handle -> handle.createQuery(COUNTS)
                .bind("now", Columns.time(clock.instant()))
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .map((row, context) -> new CriterionAppeals(
                        Columns.required(row, "scorecard"),
                        Columns.required(row, "criterion"),
                        row.getInt("reviews"),
                        row.getInt("filed"),
                        row.getInt("open"),
                        row.getInt("decided"),
                        row.getInt("changed"),
                        row.getInt("expired")))
                .list());
    }

    private JdbiAppealRows rows(Handle handle, User user) {
        return new JdbiAppealRows(handle, user, clock.instant(), from -> days.after(from, settings.fileWithin()));
    }

    private <T> T reading(Function<Handle, T> question) {
        return SqlFailures.translating(() -> jdbi.withHandle(question::apply));
    }

    private <T> T writing(Function<Handle, T> change) {
        return SqlFailures.translating(() -> jdbi.inTransaction(change::apply));
    }
}
