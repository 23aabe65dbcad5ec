package io.callscope.analytics.repeats.bench;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts.Link;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.repeats.report.JdbiWeekCounter;
import io.callscope.analytics.repeats.report.RepeatFilter;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.WeekCounter;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import io.callscope.statistics.BinaryCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Sends made-up calls twice, in order and in disorder with links made in between, and compares links and reports with
 * what is true and with one another. Needs a database of its own.
 */
public final class RepeatsBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 8, 31);
    private static final int PORTIONS = 20;
    private static final int WARM_UP = 3;
    private static final int TIMES = 30;

    private final RepeatSettings settings = RepeatSettings.defaults();
    private final JdbiMadeUpContacts store;
    private final JdbiRepeatLinks links;
    private final JdbiRepeatReports reports;
    private final WeekCounter counter;
    private final int weeks;

    /**
     * @param weeks over which the calls spread, from 4: the first has nothing to be linked to, the last is open
     */
    public RepeatsBench(DataSource dataSource, Codebook codebook, int weeks) {
        this.store = new JdbiMadeUpContacts(dataSource);
        this.links = new JdbiRepeatLinks(dataSource, RepeatLinker.byReason(settings, codebook), settings, codebook);
        this.reports = new JdbiRepeatReports(dataSource, settings, codebook);
        this.counter = new JdbiWeekCounter(dataSource);
        this.weeks = weeks;
    }

    /**
     * @param report writes a report, so that two can be compared byte by byte
     */
    public RepeatsBenchResult run(long seed, int count, Function<RepeatReport, String> report) {
        Instant from = FIRST_MONDAY.atStartOfDay(ZONE).toInstant();
        List<MadeUpCall> calls = new ArrayList<>(MadeUpContacts.of(seed, count, from, weeks, settings.window()));
        calls.sort(Comparator.comparing((MadeUpCall call) -> call.facts().startedAt()));
        double linkSeconds = send(calls, 1);
        List<Link> inOrder = store.links();
        List<String> reportsInOrder = allReports(report);
        counter.in(ZONE);
        counter.countAll(now().minus(settings.window()));
        boolean sameCounted = reportsInOrder.equals(allReports(report));
        store.analyze();
        double[] times = reportTimes();
        List<MadeUpCall> shuffled = new ArrayList<>(calls);
        Collections.shuffle(shuffled, new Random(seed));
        send(shuffled, PORTIONS);
        boolean sameLinks = inOrder.equals(store.links());
        counter.countAll(now().minus(settings.window()));
        boolean sameReports = sameCounted && reportsInOrder.equals(allReports(report));
        return new RepeatsBenchResult(
                calls.size(),
                weeks,
                counts(calls, inOrder),
                measured().fcr().share() == null ? Double.NaN : measured().fcr().share(),
                trueFcr(calls),
                sameLinks && sameReports,
                reportsInOrder.size(),
                calls.size() / linkSeconds,
                percentile(times, 50),
                percentile(times, 95));
    }

    /** Writes them in portions and links after each; how long linking took. */
    private double send(List<MadeUpCall> calls, int portions) {
        store.clear();
        long spent = 0;
        int size = (calls.size() + portions - 1) / portions;
        for (int at = 0; at < calls.size(); at += size) {
            store.write(calls.subList(at, Math.min(at + size, calls.size())));
            long begun = System.nanoTime();
            while (links.linkSome() > 0) {
                // some more wait
            }
            spent += System.nanoTime() - begun;
        }
        return spent / 1e9;
    }

    /** A day after the last call. */
    private Instant now() {
        return FIRST_MONDAY.plusWeeks(weeks).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The weeks that are known whole: neither the first nor one that is open. */
    private Weeks known() {
        int open = 2;
        return new Weeks(FIRST_MONDAY.plusWeeks(1), weeks - 1 - open, ZONE);
    }

    private RepeatReport measured() {
        return reports.read(known(), RepeatFilter.all(), TeamScope.all(), now());
    }

    private List<String> allReports(Function<RepeatReport, String> report) {
        List<String> all = new ArrayList<>();
        all.add(report.apply(measured()));
        for (LocalDate monday : new Weeks(FIRST_MONDAY, weeks, ZONE).mondays()) {
            all.add(report.apply(reports.read(new Weeks(monday, 1, ZONE), RepeatFilter.all(), TeamScope.all(), now())));
        }
        return all;
    }

    private double[] reportTimes() {
        double[] times = new double[TIMES];
        Weeks week = Weeks.closed(now(), settings.window(), 1, ZONE);
        for (int i = -WARM_UP; i < TIMES; i++) {
            long begun = System.nanoTime();
            reports.read(week, RepeatFilter.all(), TeamScope.all(), now());
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Links against the truth, of contacts whose number tells the customer. */
    private static BinaryCounts counts(List<MadeUpCall> calls, List<Link> links) {
        Map<String, String> numbers = new HashMap<>();
        calls.forEach(call -> {
            String customer = call.facts().customer();
            if (customer != null) {
                numbers.put(call.facts().callId(), customer);
            }
        });
        Set<Link> truth = calls.stream()
                .filter(call -> call.repeats() != null)
                .map(call -> new Link(call.facts().callId(), String.valueOf(call.repeats())))
                .filter(link -> numbers.containsKey(link.later())
                        && numbers.get(link.later()).equals(numbers.get(link.earlier())))
                .collect(Collectors.toSet());
        Set<Link> found = new HashSet<>(links);
        int hits = (int) found.stream().filter(truth::contains).count();
        return new BinaryCounts(hits, found.size() - hits, truth.size() - hits, 0);
    }

    /** Of all issues that people truly have, whatever number they call from. */
    private double trueFcr(List<MadeUpCall> calls) {
        Weeks known = known();
        Set<String> repeated =
                calls.stream().map(MadeUpCall::repeats).filter(Objects::nonNull).collect(Collectors.toSet());
        List<MadeUpCall> begun = calls.stream()
                .filter(call -> call.repeats() == null && !call.leg() && isContact(call))
                .filter(call -> !call.facts().startedAt().isBefore(known.from())
                        && call.facts().startedAt().isBefore(known.to()))
                .filter(call -> !call.crowded())
                .toList();
        long solved = begun.stream()
                .filter(call -> !repeated.contains(call.facts().callId()))
                .count();
        return (double) solved / begun.size();
    }

    private static boolean isContact(MadeUpCall call) {
        return call.facts().direction() == Direction.INBOUND && call.facts().verdict() == Verdict.JUDGED;
    }
}
