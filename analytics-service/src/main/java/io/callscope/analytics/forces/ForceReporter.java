package io.callscope.analytics.forces;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.codebook.ForceDefinition;
import io.callscope.analytics.codebook.StageDefinition;
import io.callscope.analytics.forces.ForceCounts.OfLine;
import io.callscope.analytics.forces.ForceCounts.Row;
import io.callscope.analytics.forces.ForceCounts.Split;
import io.callscope.analytics.forces.ForceReport.Barrier;
import io.callscope.analytics.forces.ForceReport.Cell;
import io.callscope.analytics.forces.ForceReport.Effort;
import io.callscope.analytics.forces.ForceReport.Gap;
import io.callscope.analytics.forces.ForceReport.Line;
import io.callscope.analytics.forces.ForceReport.OfCode;
import io.callscope.analytics.forces.ForceReport.OfForce;
import io.callscope.analytics.forces.ForceReport.TrendWeek;
import io.callscope.analytics.repeats.report.Change;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.model.analysis.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From counts to a report. Pure, immutable. */
final class ForceReporter {
    private static final String CALLS = "calls";
    private static final String ANY = "any";
    private static final String FORCE = "force";
    private static final String GAP = "gap";
    private static final String BARRIER = Polarity.BARRIER.id();
    private static final String DRIVER = Polarity.DRIVER.id();

    /** Signs that it was hard for the customer; a proxy for what a survey on effort asks. */
    private static final Map<String, Effort.Kind> EFFORT = effort();

    private final Codebook codebook;
    private final Actions actions;

    ForceReporter(Codebook codebook, Actions actions) {
        this.codebook = Objects.requireNonNull(codebook, "codebook");
        this.actions = Objects.requireNonNull(actions, "actions");
    }

    private static Map<String, Effort.Kind> effort() {
        Map<String, Effort.Kind> signs = new LinkedHashMap<>();
        Stream.of("repeat-said", "repeat-linked", "transferred").forEach(id -> signs.put(id, Effort.Kind.COUNTED));
        Stream.of("online-offline-gap", "asked-again-in-app").forEach(id -> signs.put(id, Effort.Kind.SIGNAL));
        Stream.of(
                        "control.self-service-failed",
                        "control.sent-in-circles",
                        "status.repeats-story",
                        "enjoyment.calls-again",
                        "enjoyment.many-steps",
                        "enjoyment.ivr-maze")
                .forEach(id -> signs.put(id, Effort.Kind.CODE));
        return signs;
    }

    /** What a sum is of, within the selected weeks or those before. */
    private record Key(boolean previous, String kind, String polarity, String force, String stage, String code) {}

    /** Sums of one report. */
    private static final class Sums {
        private final Map<Key, Long> calls = new HashMap<>();
        private final Map<Key, Long> severe = new HashMap<>();

        Sums(List<Row> rows) {
            for (Row row : rows) {
                Key key = new Key(row.previous(), row.kind(), row.polarity(), row.force(), row.stage(), row.code());
                calls.merge(key, row.calls(), Long::sum);
                severe.merge(key, row.severe(), Long::sum);
            }
        }

        long of(boolean previous, String kind, String polarity, String force, String stage, String code) {
            return calls.getOrDefault(new Key(previous, kind, polarity, force, stage, code), 0L);
        }

        long all(boolean previous) {
            return of(previous, CALLS, "", "", "", "");
        }

        Share share(boolean previous, String kind, String polarity, String force, String stage, String code) {
            return Share.of(of(previous, kind, polarity, force, stage, code), all(previous), 1);
        }

        Share share(String kind, String polarity, String force, String stage) {
            return share(false, kind, polarity, force, stage, "");
        }

        Share severe(String force) {
            return Share.of(severe.getOrDefault(new Key(false, FORCE, BARRIER, force, "", ""), 0L), all(false), 1);
        }

        Change change(String kind, String polarity, String force, String code) {
            return Change.between(
                    share(true, kind, polarity, force, "", code), 1, share(false, kind, polarity, force, "", code), 1);
        }
    }

    ForceReport report(Weeks weeks, Weeks trend, ForceFilter filter, ForceCounts counts) {
        Sums sums = new Sums(counts.rows());
        List<String> forces = codebook.forces().stream()
                .map(ForceDefinition::force)
                .map(force -> force.id())
                .toList();
        List<String> stages = stages(counts.rows());
        return new ForceReport(
                weeks.first(),
                weeks.last(),
                weeks.count(),
                filter,
                sums.all(true),
                sums.all(false),
                sums.of(false, "unjudged", "", "", "", ""),
                sums.share(ANY, BARRIER, "", ""),
                sums.share(ANY, DRIVER, "", ""),
                sums.change(ANY, BARRIER, "", ""),
                forces.stream()
                        .map(force -> new OfForce(
                                force,
                                sums.share(FORCE, BARRIER, force, ""),
                                sums.share(FORCE, DRIVER, force, ""),
                                sums.severe(force),
                                sums.change(FORCE, BARRIER, force, "")))
                        .toList(),
                stages,
                map(sums, forces, stages),
                trend(weeks, trend, forces, counts),
                lines(counts, Split.QUEUE, forces),
                lines(counts, Split.TEAM, forces),
                codes(sums, counts.rows()),
                effort(sums, counts.rows()),
                gaps(sums, counts.rows()),
                counts.waiting());
    }

    /** Those of the codebook, then those that only older analyses know. */
    private List<String> stages(List<Row> rows) {
        Set<String> stages = new LinkedHashSet<>();
        codebook.stages().stream().map(StageDefinition::id).forEach(stages::add);
        rows.stream()
                .filter(row -> row.kind().equals("stage") && !row.previous())
                .map(Row::stage)
                .forEach(stages::add);
        return List.copyOf(stages);
    }

    private static List<Cell> map(Sums sums, List<String> forces, List<String> stages) {
        List<Cell> map = new ArrayList<>();
        for (String force : forces) {
            for (String stage : stages) {
                map.add(new Cell(
                        force,
                        stage,
                        sums.share("cell", BARRIER, force, stage),
                        sums.share("cell", DRIVER, force, stage)));
            }
        }
        return map;
    }

    private static List<TrendWeek> trend(Weeks selected, Weeks trend, List<String> forces, ForceCounts counts) {
        return trend.mondays().stream()
                .map(monday -> {
                    Map<String, Long> week = new HashMap<>();
                    counts.weekly().stream()
                            .filter(one -> one.monday().equals(monday))
                            .forEach(one -> week.merge(one.kind() + one.force(), one.calls(), Long::sum));
                    return new TrendWeek(monday, selected.mondays().contains(monday), any(week), byForce(week, forces));
                })
                .toList();
    }

    private static Share any(Map<String, Long> counted) {
        return Share.of(counted.getOrDefault(ANY, 0L), counted.getOrDefault(CALLS, 0L), 1);
    }

    private static Map<String, Share> byForce(Map<String, Long> counted, List<String> forces) {
        Map<String, Share> byForce = new LinkedHashMap<>();
        forces.forEach(force -> byForce.put(
                force, Share.of(counted.getOrDefault(FORCE + force, 0L), counted.getOrDefault(CALLS, 0L), 1)));
        return byForce;
    }

    private static List<Line> lines(ForceCounts counts, Split split, List<String> forces) {
        Map<Optional<String>, Map<String, Long>> values = new LinkedHashMap<>();
        for (OfLine line : counts.lines().getOrDefault(split, List.of())) {
            values.computeIfAbsent(Optional.ofNullable(line.value()), value -> new HashMap<>())
                    .merge(line.kind() + line.force(), line.calls(), Long::sum);
        }
        return values.entrySet().stream()
                .map(value -> line(value.getKey().orElse(null), value.getValue(), forces))
                .sorted(Comparator.comparingLong((Line line) -> line.barriers().of())
                        .reversed()
                        .thenComparing(Line::value, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Line line(@Nullable String value, Map<String, Long> counted, List<String> forces) {
        return new Line(value, any(counted), byForce(counted, forces));
    }

    private static List<OfCode> codes(Sums sums, List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.previous()
                        && row.kind().equals("code")
                        && row.polarity().equals(BARRIER))
                .map(row -> new OfCode(row.code(), Share.of(row.calls(), sums.all(false), 1)))
                .sorted(Comparator.comparingLong((OfCode code) -> code.share().count())
                        .reversed()
                        .thenComparing(OfCode::code))
                .toList();
    }

    private static List<Effort> effort(Sums sums, List<Row> rows) {
        Map<String, String> forces = new HashMap<>();
        rows.stream().filter(row -> row.kind().equals("code")).forEach(row -> forces.put(row.code(), row.force()));
        return EFFORT.entrySet().stream()
                .map(sign -> {
                    boolean code = sign.getValue() == Effort.Kind.CODE;
                    String kind = code ? "code" : "sign";
                    String polarity = code ? BARRIER : "";
                    String force = forces.getOrDefault(sign.getKey(), "");
                    return new Effort(
                            sign.getKey(),
                            sign.getValue(),
                            sums.share(false, kind, polarity, force, "", sign.getKey()),
                            sums.change(kind, polarity, force, sign.getKey()));
                })
                .sorted(Comparator.comparingLong((Effort one) -> one.share().count())
                        .reversed())
                .toList();
    }

    /** Departments in the order of their calls; one that no call names stands nowhere. */
    private List<Gap> gaps(Sums sums, List<Row> rows) {
        Map<String, List<Barrier>> barriers = new LinkedHashMap<>();
        codebook.departments().stream()
                .map(DepartmentDefinition::id)
                .forEach(department -> barriers.put(department, new ArrayList<>()));
        Map<String, Long> calls = new HashMap<>();
        for (Row row : rows) {
            if (row.previous() || !row.polarity().equals(BARRIER)) {
                continue;
            }
            if (row.kind().equals("owner")) {
                calls.merge(row.owner(), row.calls(), Long::sum);
            } else if (row.kind().equals(GAP)) {
                barriers.computeIfAbsent(row.owner(), owner -> new ArrayList<>())
                        .add(new Barrier(
                                row.code(),
                                row.force(),
                                row.stage(),
                                Share.of(row.calls(), sums.all(false), 1),
                                row.severe(),
                                actions.of(row.code())));
            }
        }
        return barriers.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> new Gap(
                        one.getKey(),
                        Share.of(calls.getOrDefault(one.getKey(), 0L), sums.all(false), 1),
                        one.getValue().stream()
                                .sorted(Comparator.comparingLong((Barrier barrier) ->
                                                barrier.share().count())
                                        .reversed()
                                        .thenComparing(Barrier::code)
                                        .thenComparing(Barrier::stage))
                                .toList()))
                .sorted(Comparator.comparingLong((Gap gap) -> gap.share().count())
                        .reversed())
                .toList();
    }
}
