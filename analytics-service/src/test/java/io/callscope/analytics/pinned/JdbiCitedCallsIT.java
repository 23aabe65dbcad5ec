package io.callscope.analytics.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.repeats.report.RepeatFilter;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.JdbiRequestReports;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.ForceFixtures;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.repeats.SeededRepeats;
import io.callscope.analytics.web.requests.SeededRequests;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that comments and reports speak of, in a real database; now is a Wednesday, the 14th of October. */
class JdbiCitedCallsIT {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final LocalDate RUNNING = LocalDate.of(2026, 10, 12);

    private TestPages pages;

    @AfterEach
    void stop() {
        pages.close();
    }

    private Jdbi jdbi() {
        return Jdbi.create(pages.database().dataSource());
    }

    private List<CallId> cited(Duration keepCited, Instant now) {
        PinSettings defaults = PinSettings.defaults();
        PinSettings settings = new PinSettings(
                null, defaults.size(), defaults.keepPlanned(), defaults.keepAfter(), keepCited, defaults.every());
        return new JdbiCitedCalls(pages.database().dataSource(), settings, MOSCOW).at(now);
    }

    private void recordAll() {
        jdbi().useHandle(handle -> handle.execute("UPDATE calls SET audio = '{}'"));
    }

    private Set<CallId> toHearOfRepeats(Weeks weeks) {
        return new JdbiRepeatReports(
                        pages.database().dataSource(),
                        RepeatSettings.defaults(),
                        CodebookLoader.load(ConfigDir.shipped()))
                .read(weeks, RepeatFilter.all(), TeamScope.all(), TestPages.NOW).causes().stream()
                        .flatMap(cause -> cause.pairs().stream())
                        .flatMap(pair -> Stream.of(pair.earlier(), pair.later()))
                        .map(CallId::new)
                        .collect(Collectors.toSet());
    }

    private Set<CallId> toHearOfRequests(Weeks weeks) {
        Set<CallId> heard = new HashSet<>();
        new JdbiRequestReports(
                        pages.database().dataSource(),
                        () -> CodebookLoader.load(ConfigDir.shipped()),
                        ForceFixtures.COMPETITORS)
                .read(weeks, null, TeamScope.all())
                .toHear()
                .forEach(one -> heard.add(new CallId(one.callId())));
        return heard;
    }

    private void comment(String call, @Nullable Long atMs, Instant at, @Nullable Instant deleted) {
        jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO comments (call_id, number, at_ms, author_login, author_name, text, created_at,
                            deleted_at)
                        VALUES (:call, 1, :ms, 'boris', 'Борис', 'послушать', :at, :deleted)
                        """)
                .bind("call", call)
                .bind("ms", atMs)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("deleted", deleted == null ? null : deleted.atOffset(ZoneOffset.UTC))
                .execute());
    }

    @Test
    void whatTheReportOnRepeatsGivesToHearOfWeeksThatAreOverIsCited() {
        // Given
        pages = SeededRepeats.pages();
        recordAll();
        Weeks lastWeek = new Weeks(RUNNING.minusWeeks(1), 1, MOSCOW);
        Weeks earlier = new Weeks(RUNNING.minusWeeks(4), 2, MOSCOW);

        // When
        List<CallId> cited = cited(Duration.ofDays(60), TestPages.NOW);
        List<CallId> oneWeek = cited(Duration.ofDays(9), TestPages.NOW);
        List<CallId> none = cited(Duration.ofDays(2), TestPages.NOW);

        // Then
        assertThat(toHearOfRepeats(lastWeek)).hasSizeGreaterThan(10);
        assertThat(cited)
                .containsAll(toHearOfRepeats(lastWeek))
                .containsAll(toHearOfRepeats(earlier))
                .doesNotHaveDuplicates();
        assertThat(oneWeek).containsAll(toHearOfRepeats(lastWeek)).hasSizeLessThan(cited.size());
        assertThat(oneWeek).isNotEqualTo(cited).isSubsetOf(cited);
        assertThat(none).isEmpty();
    }

    @Test
    void simulatedCallsAndThoseWithoutARecordingAreNot() {
        // Given
        pages = SeededRepeats.pages();

        // When
        List<CallId> unrecorded = cited(Duration.ofDays(60), TestPages.NOW);
        recordAll();
        jdbi().useHandle(handle ->
                handle.execute("UPDATE calls SET attributes = attributes || '{\"simulated\": \"true\"}'"));
        List<CallId> simulated = cited(Duration.ofDays(60), TestPages.NOW);

        // Then
        assertThat(unrecorded).isEmpty();
        assertThat(simulated).isEmpty();
    }

    @Test
    void whatTheReportOnRequestsGivesToHearIsCited() {
        // Given
        pages = SeededRequests.pages();
        recordAll();
        Weeks lastWeek = new Weeks(RUNNING.minusWeeks(1), 1, MOSCOW);
        Weeks four = new Weeks(RUNNING.minusWeeks(4), 4, MOSCOW);

        // When
        List<CallId> cited = cited(Duration.ofDays(60), TestPages.NOW);

        // Then
        assertThat(toHearOfRequests(lastWeek)).hasSizeGreaterThan(10);
        assertThat(cited).containsAll(toHearOfRequests(lastWeek)).containsAll(toHearOfRequests(four));
        assertThat(startedIn(cited, RUNNING)).isZero();
    }

    /** How many of them were in the week of this Monday or later. */
    private long startedIn(List<CallId> calls, LocalDate monday) {
        return jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM calls WHERE call_id = ANY(:calls) AND started_at >= :from")
                .bindArray(
                        "calls", String.class, calls.stream().map(CallId::value).toList())
                .bind("from", monday.atStartOfDay(MOSCOW).toOffsetDateTime())
                .mapTo(Long.class)
                .one());
    }

    @Test
    void aCommentAtASecondCitesItsCallForAWhileAndStandsBeforeWhatReportsGive() {
        // Given
        pages = SeededRepeats.pages();
        recordAll();
        List<String> calls = jdbi().withHandle(
                        handle -> handle.createQuery("SELECT call_id FROM calls ORDER BY started_at DESC LIMIT 3")
                                .mapTo(String.class)
                                .list());
        Instant now = TestPages.NOW;
        comment(calls.get(0), 5_000L, now.minus(Duration.ofDays(20)), null);
        comment(calls.get(1), null, now, null);
        comment(calls.get(2), 5_000L, now, now);

        // When
        List<CallId> cited = cited(Duration.ofDays(21), now);
        List<CallId> later = cited(Duration.ofDays(21), now.plus(Duration.ofDays(2)));

        // Then
        assertThat(cited.get(0)).isEqualTo(new CallId(calls.get(0)));
        assertThat(cited).doesNotContain(new CallId(calls.get(1)), new CallId(calls.get(2)));
        assertThat(later).isNotEmpty().doesNotContain(new CallId(calls.get(0)));
    }
}
