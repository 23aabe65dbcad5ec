package io.callscope.analytics.repeats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.CauseLine.Owner;
import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatReporterTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final Weeks WEEK = new Weeks(MONDAY, 1, ZoneId.of("Europe/Moscow"));
    private static final Instant NOW = Instant.parse("2026-10-20T09:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-06-01T00:00:00Z");
    private static final RepeatReporter REPORTER = new RepeatReporter(
            new RepeatSettings(null, null, null, null, 10.0, "EUR", 25.0), CodebookLoader.load(ConfigDir.shipped()));

    /** 1000 contacts, 900 of them linkable. */
    private static Tally tally(long said, long linked, long both) {
        return new Tally(1_000, 20, said, 900, linked, both, said, 60, 40, 700, 560, 600_000_000, 90_000_000);
    }

    private static RepeatReport report(
            Tally before, Tally now, double effect, @Nullable Instant oldest, List<OfCause> causes) {
        return REPORTER.report(
                WEEK,
                RepeatFilter.all(),
                new RepeatNumbers(
                        Map.of(MONDAY.minusWeeks(1), before, MONDAY, now),
                        effect,
                        effect,
                        Map.of(),
                        causes,
                        List.of(),
                        List.of(),
                        oldest,
                        0,
                        false),
                NOW);
    }

    private static OfCause repeats(String cause, @Nullable String owner, Basis basis, long count) {
        return new OfCause(false, cause, owner, basis, count, count * 360_000);
    }

    @Test
    void keepsWhatIsSaidAndWhatIsLinkedApart() {
        // When
        RepeatReport report = report(tally(100, 180, 60), tally(120, 170, 50), 1, LONG_AGO, List.of());

        // Then
        assertThat(report.repeats().count()).isEqualTo(240);
        assertThat(report.repeats().share()).isEqualTo(0.24);
        assertThat(report.said().share()).isEqualTo(0.12);
        assertThat(report.linked()).extracting(Share::count, Share::of).containsExactly(170L, 900L);
        assertThat(report.overlap()).isEqualTo(new RepeatReport.Overlap(50, 70, 120, 660));
        assertThat(report.fcr().share()).isEqualTo(0.8);
    }

    @Test
    void saysWhetherAChangeIsMoreThanChance() {
        // When
        Change noise = report(tally(100, 180, 60), tally(120, 170, 50), 1, LONG_AGO, List.of())
                .change();
        Change more = report(tally(100, 100, 60), tally(120, 170, 50), 1, LONG_AGO, List.of())
                .change();
        Change clustered = report(tally(100, 100, 60), tally(120, 170, 50), 40, LONG_AGO, List.of())
                .change();

        // Then: with strongly clustered contacts even ten points may be chance
        assertThat(noise.verdict()).isEqualTo(Change.Verdict.NOISE);
        assertThat(noise.difference()).isCloseTo(0.02, within(1e-9));
        assertThat(more.verdict()).isEqualTo(Change.Verdict.MORE);
        assertThat(clustered.verdict()).isEqualTo(Change.Verdict.NOISE);
    }

    @Test
    void doesNotCompareWithWeeksOfWhichTooLittleIsKnown() {
        // Given: the oldest contact is of the Monday before the weeks before
        Instant oldest = Instant.parse("2026-09-22T00:00:00Z");

        // When
        RepeatReport report = report(tally(100, 180, 60), tally(120, 170, 50), 1, oldest, List.of());

        // Then
        assertThat(report.shortHistory()).isFalse();
        assertThat(report.change().verdict()).isEqualTo(Change.Verdict.TOO_FEW);
    }

    @Test
    void splitsAnotherDepartmentsProcessAndPutsFinerCausesUnderTheirParent() {
        // When
        RepeatReport report = report(
                tally(0, 0, 0),
                tally(120, 170, 50),
                1,
                LONG_AGO,
                List.of(
                        repeats("other-department-process", "logistics", Basis.SAID, 60),
                        repeats("other-department-process", "billing", Basis.SAID, 20),
                        repeats("mass-incident", "field-service", Basis.SAID, 50),
                        repeats("wrong-transfer", "cc-routing", Basis.SAID, 10),
                        repeats("call-dropped", "cc-routing", Basis.SAID, 15),
                        repeats("not-resolved", "contact-center", Basis.UNRESOLVED, 30),
                        repeats("none", null, Basis.NOTHING, 55)));

        // Then
        assertThat(report.causes())
                .extracting(line -> line.cause() + " " + line.owner() + " " + line.repeats() + " " + line.apart())
                .containsExactly(
                        "other-department-process logistics 60 false",
                        "not-resolved contact-center 30 false",
                        "wrong-transfer cc-routing 25 false",
                        "other-department-process billing 20 false",
                        "none null 55 true",
                        "mass-incident field-service 50 true");
        assertThat(report.bars()).extracting(CauseLine::sum).last().isEqualTo(135 / 240.0);
        assertThat(report.causes().get(1).heard()).isZero();
        assertThat(report.causes().get(2).owners()).containsExactly(new Owner("cc-routing", 25));
        assertThat(report.preventable().yes().count()).isEqualTo(55);
        assertThat(report.causes().stream().mapToLong(CauseLine::repeats).sum()).isEqualTo(240);
    }

    @Test
    void costsWhatAgentsTalk() {
        // When
        Cost cost = report(tally(0, 0, 0), tally(120, 170, 50), 1, LONG_AGO, List.of())
                .cost();

        // Then
        assertThat(cost).isEqualTo(new Cost(25, 1, 15_000.0, "EUR"));
    }

    @Test
    void anEmptyWeekHasNoShare() {
        // When
        RepeatReport report = report(Tally.NOTHING, Tally.NOTHING, 1, null, List.of());

        // Then
        assertThat(report.repeats().share()).isNull();
        assertThat(report.change().verdict()).isEqualTo(Change.Verdict.TOO_FEW);
    }
}
