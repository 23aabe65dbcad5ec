package io.callscope.analytics.web.forces;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.forces.ForceFilter;
import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.TestPages;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What reports read of the weeks' counts is what the calls themselves say, however they are narrowed. */
class ForceWeeksIT {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    /** Judged calls of some days, and those of them with a barrier of a force. */
    private static final String CALLS = """
            SELECT count(*) AS calls, count(*) FILTER (WHERE EXISTS (
                SELECT 1 FROM marks m WHERE m.call_id = c.call_id AND m.version_key = c.version_key
                AND m.polarity = 'barrier' AND m.force = :force)) AS barriers
            FROM calls c
            WHERE c.verdict = 'judged'
                AND c.listed_at >= CAST(:first AS timestamp) AT TIME ZONE 'Europe/Moscow'
                AND c.listed_at < CAST(:end AS timestamp) AT TIME ZONE 'Europe/Moscow'
                AND (CAST(:queue AS text) IS NULL OR c.queue = :queue)
                AND (CAST(:team AS text) IS NULL OR c.team = :team)
                AND (:every OR c.team = ANY(:teams))
            """;

    private static TestPages pages;
    private static JdbiForceReports reports;

    @BeforeAll
    static void start() {
        pages = SeededForces.pages();
        reports = new JdbiForceReports(
                pages.database().dataSource(), () -> CODEBOOK, Actions.load(ConfigDir.shipped(), CODEBOOK));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static long[] counted(
            LocalDate first, int weeks, @Nullable String queue, @Nullable String team, TeamScope scope, String force) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery(CALLS)
                        .bind("force", force)
                        .bind("first", first.atStartOfDay())
                        .bind("end", first.plusWeeks(weeks).atStartOfDay())
                        .bind("queue", queue)
                        .bind("team", team)
                        .bind("every", scope.everyTeam())
                        .bindArray("teams", String.class, List.copyOf(scope.teams()))
                        .map((row, context) -> new long[] {row.getLong("calls"), row.getLong("barriers")})
                        .one());
    }

    @Test
    void addUpToWhatTheCallsSay() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            // Given
            LocalDate monday = LocalDate.of(2026, 7, 20).plusWeeks(random.nextInt(11));
            int weeks = 1 + random.nextInt(3);
            String queue = one(random, null, "Доставка", "Заказы");
            String team = one(random, null, "Юг", "Север");
            TeamScope scope = random.nextBoolean() ? TeamScope.all() : TeamScope.of(Set.of("Юг"));
            String force = one(random, "certainty", "status", "enjoyment");

            // When
            ForceReport report = reports.read(
                    new Weeks(monday, weeks, SeededForces.MOSCOW), new ForceFilter(queue, team), scope, TestPages.NOW);

            // Then
            long[] expected = counted(monday, weeks, queue, team, scope, force);
            String asked = "%s, %d weeks, %s, %s, %s, %s".formatted(monday, weeks, queue, team, scope, force);
            assertThat(report.calls()).as(asked).isEqualTo(expected[0]);
            assertThat(of(report, force)).as(asked).isEqualTo(expected[1]);
            assertThat(report.queues().stream()
                            .mapToLong(line -> line.barriers().of())
                            .sum())
                    .as(asked)
                    .isEqualTo(expected[0]);
            assertThat(report.teams().stream()
                            .mapToLong(line -> line.barriers().of())
                            .sum())
                    .as(asked)
                    .isEqualTo(expected[0]);
        }
    }

    @Test
    void areThereForWhoHasCallsYetToScoreBlind() {
        // When: he must not read that call, but a count tells nothing of it
        ForceReport report = reports.read(
                new Weeks(LocalDate.of(2026, 10, 5), 1, SeededForces.MOSCOW),
                ForceFilter.all(),
                TeamScope.all().without(Set.of("f-2000")),
                TestPages.NOW);

        // Then
        assertThat(report.calls()).isPositive();
    }

    private static long of(ForceReport report, String force) {
        return report.forces().stream()
                .filter(one -> one.force().equals(force))
                .mapToLong(one -> one.barriers().count())
                .sum();
    }

    private static @Nullable String one(Random random, @Nullable String... values) {
        return Arrays.asList(values).get(random.nextInt(values.length));
    }
}
