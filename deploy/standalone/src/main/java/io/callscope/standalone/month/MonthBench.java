package io.callscope.standalone.month;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.promises.JdbiPromiseMaker;
import io.callscope.analytics.promises.JdbiPromises;
import io.callscope.analytics.promises.PromiseFilter;
import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.promises.PromiseState;
import io.callscope.analytics.promises.UsualDays;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts;
import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts.Link;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.repeats.report.RepeatFilter;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import io.callscope.standalone.month.MonthPipeline.Heard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Judges the simulated month by rules, stores and links it as the service does, in order and in disorder, and compares
 * links, causes and reports with what is true. Needs a database of its own.
 */
public final class MonthBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    /** A Sunday, so that six whole weeks end with it. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 11);

    private static final LocalDate FIRST_MONDAY = LAST_DAY.plusDays(1).minusWeeks(MonthPlan.WEEKS);
    private static final int PORTIONS = 20;
    /** The usual ones, but that the whole month is followed. */
    private static final PromiseSettings PROMISES = new PromiseSettings(
            UsualDays.defaults(), "09:00", "21:00", Duration.ofMinutes(30), 365, List.of("supervisor", "head"));

    /** Neither the first week, which has nothing to be linked to, nor those that are open the day after the last. */
    private static final int KNOWN_WEEKS = 3;

    private final MonthPipeline pipeline;
    private final JdbiMadeUpContacts stored;
    private final JdbiRepeatReports reports;
    private final JdbiPromises promises;

    /** The data source belongs to the caller. */
    public MonthBench(DataSource dataSource, Codebook codebook, FlagRules flags, MonthEvents events) {
        RepeatSettings settings = RepeatSettings.defaults();
        this.pipeline = new MonthPipeline(
                dataSource, codebook, flags, events, new JdbiPromiseMaker(PROMISES, PROMISES.hours(ZONE, Set.of())));
        this.promises = new JdbiPromises(dataSource, PROMISES, ZONE);
        this.stored = new JdbiMadeUpContacts(dataSource);
        this.reports = new JdbiRepeatReports(dataSource, settings, codebook);
    }

    /**
     * Measures.
     *
     * @param report writes a report, so that two can be compared byte by byte
     */
    public MonthBenchResult run(long seed, int count, Half half, Function<RepeatReport, String> report) {
        List<MonthCall> month = SimulatedMonth.of(seed, count, LAST_DAY, half);
        MonthScore score = new MonthScore(month);
        List<Heard> heard = month.stream().map(pipeline::hear).toList();
        send(heard, 1);
        List<Link> inOrder = stored.links();
        Map<String, String> causes = stored.causes();
        List<String> reportsInOrder = allReports(report);
        RepeatReport measured = measured();
        MonthPromises promised = score.promises(promises());
        List<Heard> shuffled = new ArrayList<>(heard);
        Collections.shuffle(shuffled, new Random(seed));
        send(shuffled, PORTIONS);
        boolean same = inOrder.equals(stored.links())
                && causes.equals(stored.causes())
                && reportsInOrder.equals(allReports(report));
        Double fcr = measured.fcr().share();
        return new MonthBenchResult(
                half,
                month.size(),
                score.reasonsRight(reasons(heard)),
                score.links(inOrder),
                score.causes(inOrder, causes),
                fcr == null ? Double.NaN : fcr,
                score.fcr(known().from(), known().to()),
                promised,
                same,
                reportsInOrder.size());
    }

    private static Map<String, String> reasons(List<Heard> heard) {
        Map<String, String> reasons = new TreeMap<>();
        heard.forEach(call -> reasons.put(
                call.transcribed().callId().value(), call.analyzed().analysis().contactReason()));
        return reasons;
    }

    /** Stores them in portions and links after each. */
    private void send(List<Heard> heard, int portions) {
        stored.clear();
        int size = (heard.size() + portions - 1) / portions;
        for (int at = 0; at < heard.size(); at += size) {
            pipeline.store(heard.subList(at, Math.min(at + size, heard.size())));
        }
    }

    /** Every promise with what has become of it the day after the last. */
    private List<FollowedPromise> promises() {
        return Arrays.stream(PromiseState.values())
                .map(state -> new PromiseFilter(state, null, null, null, null, 0, 10 * SimulatedMonth.MOST))
                .flatMap(filter -> promises.list(filter, TeamScope.all(), now()).promises().stream())
                .toList();
    }

    private static Instant now() {
        return LAST_DAY.plusDays(2).atStartOfDay(ZONE).toInstant();
    }

    private static Weeks known() {
        return new Weeks(FIRST_MONDAY.plusWeeks(1), KNOWN_WEEKS, ZONE);
    }

    private RepeatReport measured() {
        return reports.read(known(), RepeatFilter.all(), TeamScope.all(), now());
    }

    private List<String> allReports(Function<RepeatReport, String> report) {
        List<String> all = new ArrayList<>();
        all.add(report.apply(measured()));
        new Weeks(FIRST_MONDAY, MonthPlan.WEEKS, ZONE)
                .mondays().stream()
                        .sorted(Comparator.naturalOrder())
                        .forEach(monday -> all.add(report.apply(
                                reports.read(new Weeks(monday, 1, ZONE), RepeatFilter.all(), TeamScope.all(), now()))));
        return all;
    }
}
