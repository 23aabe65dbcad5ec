package io.callscope.analytics.repeats.report;

import io.callscope.analytics.codebook.CauseDefinition.Preventable;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.RepeatReport.Line;
import io.callscope.analytics.repeats.report.RepeatReport.Overlap;
import io.callscope.analytics.repeats.report.RepeatReport.Prevention;
import io.callscope.analytics.repeats.report.RepeatReport.TrendWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From counts to a report. Pure, immutable. */
final class RepeatReporter {
    private final RepeatSettings settings;
    private final Causes causes;

    RepeatReporter(RepeatSettings settings, Codebook codebook) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.causes = new Causes(codebook, settings);
    }

    RepeatReport report(Weeks weeks, RepeatFilter filter, RepeatNumbers numbers, Instant now) {
        Tally tally = sum(weeks, numbers);
        Tally before = sum(weeks.before(), numbers);
        double effect = numbers.designEffect();
        Share repeats = Share.of(tally.repeats(), tally.contacts(), effect);
        Share previous = Share.of(before.repeats(), before.contacts(), numbers.previousEffect());
        List<CauseLine> lines = causes.lines(numbers, tally.repeats(), weeks.count());
        return new RepeatReport(
                weeks.first(),
                weeks.last(),
                weeks.count(),
                filter,
                settings.windowDays(),
                weeks.areClosed(now, settings.window()),
                weeks.closeOn(settings.window()),
                isShort(weeks.from(), numbers),
                tally,
                repeats,
                Share.of(tally.said(), tally.contacts(), effect),
                Share.of(tally.linked(), tally.linkable(), effect),
                new Overlap(
                        tally.both(),
                        tally.saidLinkable() - tally.both(),
                        tally.linked() - tally.both(),
                        tally.linkable() - tally.saidLinkable() - tally.linked() + tally.both()),
                Share.of(tally.solved(), tally.issues(), 1),
                effect,
                isShort(weeks.before().from(), numbers)
                        ? new Change(previous, null, null, null, Change.Verdict.TOO_FEW)
                        : Change.between(previous, numbers.previousEffect(), repeats, effect),
                Cost.of(tally.repeatMs(), weeks.count(), settings),
                prevention(lines, tally.repeats()),
                lines,
                trend(weeks, numbers, now),
                lines(numbers, effect),
                numbers.crowds(),
                numbers.waiting(),
                numbers.simulated());
    }

    /** Repeats are counted too low while the contacts that they repeat are older than all that is known. */
    private boolean isShort(Instant from, RepeatNumbers numbers) {
        Instant oldest = numbers.oldest();
        return oldest == null || oldest.plus(settings.window()).isAfter(from);
    }

    private static Tally sum(Weeks weeks, RepeatNumbers numbers) {
        return weeks.mondays().stream()
                .map(monday -> numbers.weekly().getOrDefault(monday, Tally.NOTHING))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private List<TrendWeek> trend(Weeks selected, RepeatNumbers numbers, Instant now) {
        return numbers.weekly().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(week -> {
                    LocalDate monday = week.getKey();
                    Weeks one = new Weeks(monday, 1, selected.zone());
                    Tally tally = week.getValue();
                    return new TrendWeek(
                            monday,
                            one.areClosed(now, settings.window()),
                            one.closeOn(settings.window()),
                            isShort(one.from(), numbers),
                            selected.mondays().contains(monday),
                            Share.of(tally.repeats(), tally.contacts(), numbers.designEffect()),
                            Share.of(tally.solved(), tally.issues(), 1));
                })
                .toList();
    }

    private static Map<Split, List<Line>> lines(RepeatNumbers numbers, double effect) {
        Map<Split, List<Line>> lines = new EnumMap<>(Split.class);
        numbers.lines()
                .forEach((split, counted) -> lines.put(
                        split,
                        counted.stream()
                                .map(one -> new Line(
                                        one.value(),
                                        Share.of(
                                                one.tally().repeats(),
                                                one.tally().contacts(),
                                                effect),
                                        Share.of(
                                                one.tally().solved(),
                                                one.tally().issues(),
                                                1)))
                                .toList()));
        return lines;
    }

    private static Prevention prevention(List<CauseLine> lines, long repeats) {
        return new Prevention(
                share(lines, Preventable.YES, repeats),
                share(lines, Preventable.PARTLY, repeats),
                share(lines, Preventable.NO, repeats),
                Share.of(
                        lines.stream()
                                .filter(line -> line.preventable() == null)
                                .mapToLong(CauseLine::repeats)
                                .sum(),
                        repeats,
                        1));
    }

    private static Share share(List<CauseLine> lines, Preventable preventable, long repeats) {
        long count = lines.stream()
                .filter(line -> preventable.id().equals(line.preventable()))
                .mapToLong(CauseLine::repeats)
                .sum();
        return Share.of(count, repeats, 1);
    }
}
