package io.callscope.analytics.repeats.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts;
import io.callscope.analytics.repeats.bench.MadeUpContacts;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.users.TeamScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weeks that are counted beforehand against the contacts themselves, on the real PostgreSQL. */
class JdbiWeekCounterIT {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 31);
    private static final Instant NOW =
            FIRST.plusWeeks(6).plusDays(2).atStartOfDay(MOSCOW).toInstant();
    private static final RepeatSettings SETTINGS = RepeatSettings.defaults();
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    private static AnalyticsDatabase database;
    private static Jdbi jdbi;

    private final JdbiWeekCounter counter = new JdbiWeekCounter(database.dataSource());
    private final JdbiRepeatReports reports = new JdbiRepeatReports(database.dataSource(), SETTINGS, CODEBOOK);

    /** What a report may be asked. */
    private record Question(Weeks weeks, RepeatFilter filter, TeamScope scope, Instant now) {}

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
        jdbi = Jdbi.create(database.dataSource());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fill() {
        jdbi.useHandle(
                handle -> handle.execute("TRUNCATE calls, repeat_queue, repeat_week_queue, repeat_week_zone CASCADE"));
        new JdbiMadeUpContacts(database.dataSource())
                .write(MadeUpContacts.of(5, 2_000, FIRST.atStartOfDay(MOSCOW).toInstant(), 6, SETTINGS.window()));
        link();
    }

    private static void link() {
        JdbiRepeatLinks links = new JdbiRepeatLinks(
                database.dataSource(), RepeatLinker.byReason(SETTINGS, CODEBOOK), SETTINGS, CODEBOOK);
        while (links.linkSome() > 0) {
            // some more wait
        }
    }

    private void count() {
        counter.in(MOSCOW);
        counter.countAll(NOW.minus(SETTINGS.window()));
    }

    private RepeatReport read(Question question) {
        return reports.read(question.weeks(), question.filter(), question.scope(), question.now());
    }

    private List<RepeatReport> readAll(List<Question> questions) {
        return questions.stream().map(this::read).toList();
    }

    /** Periods, filters, readers and moments drawn at random, from nothing asked for to everything. */
    private static List<Question> questions() {
        Random random = new Random(11);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Weeks weeks = new Weeks(FIRST.plusWeeks(random.nextInt(6)), 1 + random.nextInt(4), MOSCOW);
            double share = i / 120.0;
            RepeatFilter filter = new RepeatFilter(
                    drawn(random, share, "queue"),
                    drawn(random, share, "team"),
                    drawn(random, share, "contact_reason"),
                    drawn(random, share, "product"),
                    drawn(random, share, "stage"));
            questions.add(
                    new Question(weeks, filter, scope(random), NOW.minus(Duration.ofHours(random.nextInt(20) * 12L))));
        }
        return questions;
    }

    private static @Nullable String drawn(Random random, double share, String column) {
        List<String> values =
                values("SELECT DISTINCT %1$s FROM contacts WHERE %1$s IS NOT NULL ORDER BY 1".formatted(column));
        return values.isEmpty() || random.nextDouble() > share ? null : values.get(random.nextInt(values.size()));
    }

    private static TeamScope scope(Random random) {
        List<String> teams = values("SELECT DISTINCT team FROM contacts WHERE team IS NOT NULL ORDER BY 1");
        List<String> calls = values("SELECT call_id FROM contacts ORDER BY call_id");
        TeamScope scope =
                random.nextBoolean() ? TeamScope.all() : TeamScope.of(Set.copyOf(teams.subList(0, teams.size() / 2)));
        return random.nextInt(4) == 0 ? scope.without(Set.of(calls.get(random.nextInt(calls.size())))) : scope;
    }

    private static List<String> values(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void whateverIsAskedCountedWeeksAnswerAsTheContactsDo() {
        // Given
        List<Question> questions = questions();
        List<RepeatReport> ofContacts = readAll(questions);

        // When
        count();

        // Then
        assertThat(number("SELECT count(DISTINCT week) FROM repeat_weeks")).isEqualTo(5);
        List<RepeatReport> counted = readAll(questions);
        for (int i = 0; i < questions.size(); i++) {
            assertThat(counted.get(i)).as("%s", questions.get(i)).isEqualTo(ofContacts.get(i));
        }
    }

    @Test
    void aClosedWeekIsReadOutOfItsCounts() {
        // Given
        Question closed =
                new Question(new Weeks(FIRST.plusWeeks(1), 1, MOSCOW), RepeatFilter.all(), TeamScope.all(), NOW);
        count();
        long contacts = read(closed).tally().contacts();

        // When
        jdbi.useHandle(handle -> handle.execute("UPDATE repeat_weeks SET contacts = contacts + 1000"));

        // Then
        assertThat(read(closed).tally().contacts()).isEqualTo(contacts + 1_000);
    }

    @Test
    void aContactThatChangesIsInTheNextReportBeforeItsWeekIsCountedAgain() {
        // Given
        count();
        List<Question> questions = questions();
        List<RepeatReport> before = readAll(questions);
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM calls WHERE call_id IN (SELECT call_id FROM contacts ORDER BY started_at LIMIT 200)"));
        jdbi.useHandle(
                handle -> handle.execute(
                        "UPDATE calls SET queue = 'Новая' WHERE call_id IN (SELECT call_id FROM contacts ORDER BY call_id LIMIT 50)"));
        link();

        // When
        List<RepeatReport> changed = readAll(questions);
        count();

        // Then
        assertThat(changed).isNotEqualTo(before);
        assertThat(readAll(questions)).isEqualTo(changed);
        assertThat(number("SELECT count(*) FROM repeat_week_queue WHERE started_at < TIMESTAMPTZ '2026-10-01'"))
                .isZero();
    }

    @Test
    void weeksOfAnotherZoneAreNotTaken() {
        // Given
        ZoneId other = ZoneId.of("Asia/Kolkata");
        Question there =
                new Question(new Weeks(FIRST.plusWeeks(1), 2, other), RepeatFilter.all(), TeamScope.all(), NOW);
        RepeatReport ofContacts = read(there);

        // When
        count();

        // Then
        assertThat(read(there)).isEqualTo(ofContacts);
        counter.in(other);
        counter.countAll(NOW.minus(SETTINGS.window()));
        assertThat(read(there)).isEqualTo(ofContacts);
    }

    @Test
    void aWeekThatIsOpenIsNotCounted() {
        // When
        counter.in(MOSCOW);
        counter.countAll(FIRST.plusWeeks(2).plusDays(3).atStartOfDay(MOSCOW).toInstant());

        // Then
        assertThat(values("SELECT DISTINCT CAST(week AS text) FROM repeat_weeks ORDER BY 1"))
                .containsExactly("2026-08-31", "2026-09-07");
    }
}
