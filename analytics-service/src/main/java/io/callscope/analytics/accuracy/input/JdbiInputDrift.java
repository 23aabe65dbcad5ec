package io.callscope.analytics.accuracy.input;

import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import io.callscope.statistics.drift.ClusteredCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Compares weeks by their counts, within the caller's transaction. Immutable. */
public final class JdbiInputDrift {
    /** Of longer ago are no weeks taken. */
    private static final int MOST_WEEKS = 12;

    private static final int FEWEST = 20;

    private static final String KNOWN = """
            SELECT week FROM input_weeks_counted WHERE week = ANY(CAST(:weeks AS date[])) AND zone = :zone
            """;

    /** A cluster is an agent of a team; Σ n² is the sum of the products over a feature's bins. */
    private static final String COUNTS = """
            WITH grouped AS (
                SELECT week = :last AS now, feature, bin, team, agent, sum(calls) AS calls, sum(total) AS total
                FROM input_weeks
                WHERE week = ANY(CAST(:weeks AS date[])) AND simulated = :simulated AND (:every OR team = ANY(:teams))
                GROUP BY 1, 2, 3, 4, 5
            ), rare AS (
                SELECT feature, bin FROM grouped GROUP BY feature, bin HAVING sum(calls) < :fewest
            ), cells AS (
                SELECT g.now, g.feature, CASE WHEN r.bin IS NULL THEN g.bin ELSE :rare END AS bin, g.team, g.agent,
                    CAST(sum(g.calls) AS double precision) AS calls, sum(g.total) AS total
                FROM grouped g LEFT JOIN rare r ON r.feature = g.feature AND r.bin = g.bin
                GROUP BY 1, 2, 3, 4, 5
            ), sized AS (
                SELECT c.*, sum(calls) OVER (PARTITION BY now, feature, team, agent) AS size FROM cells c
            )
            SELECT now, feature, bin, grouping(bin) = 1 AS whole, CAST(sum(calls) AS bigint) AS calls,
                sum(calls * calls) AS squares, sum(calls * size) AS products, sum(total) / sum(calls) AS mean,
                count(DISTINCT (team, agent)) AS clusters, count(total) > 0 AS measured
            FROM sized GROUP BY GROUPING SETS ((now, feature, bin), (now, feature))
            """;

    private final ZoneId site;

    /** @param site whose weeks plans are made for */
    public JdbiInputDrift(ZoneId site) {
        this.site = Objects.requireNonNull(site, "site");
    }

    private record Row(
            boolean now,
            String feature,
            @Nullable String bin,
            ClusteredCounts.Bin counts,
            long clusters,
            @Nullable Double mean) {}

    /**
     * The last week that is over beside others.
     *
     * @param reviewed Mondays of the weeks whose calls the version in force was reviewed on
     * @param simulated whether simulated calls are compared, or all others
     */
    public InputDrift read(
            Handle handle, TeamScope scope, Collection<LocalDate> reviewed, boolean simulated, Instant now) {
        LocalDate last = Weeks.mondayOf(LocalDate.ofInstant(now, site)).minusWeeks(1);
        List<LocalDate> reference = reviewed.stream()
                .filter(week -> week.isBefore(last))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(MOST_WEEKS)
                .sorted()
                .toList();
        if (reference.isEmpty()) {
            return InputDrift.none();
        }
        List<LocalDate> weeks =
                Stream.concat(reference.stream(), Stream.of(last)).toList();
        Set<LocalDate> counted = handle.createQuery(KNOWN)
                .bindArray("weeks", String.class, texts(weeks))
                .bind("zone", site.getId())
                .mapTo(LocalDate.class)
                .set();
        if (!counted.containsAll(weeks)) {
            return new InputDrift(InputDrift.State.COUNTING, last, reference, List.of());
        }
        List<Row> rows = handle.createQuery(COUNTS)
                .bind("last", last)
                .bindArray("weeks", String.class, texts(weeks))
                .bind("simulated", simulated)
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .bind("fewest", FEWEST)
                .bind("rare", InputCounts.RARE)
                .map((row, context) -> new Row(
                        row.getBoolean("now"),
                        row.getString("feature"),
                        row.getBoolean("whole") ? null : row.getString("bin"),
                        new ClusteredCounts.Bin(
                                row.getLong("calls"), row.getDouble("squares"), row.getDouble("products")),
                        row.getLong("clusters"),
                        row.getBoolean("measured") ? row.getDouble("mean") : null))
                .list();
        return InputDrift.of(last, reference, counts(rows));
    }

    private static List<String> texts(List<LocalDate> weeks) {
        return weeks.stream().map(LocalDate::toString).toList();
    }

    /** Features as they are declared, then criteria by name. */
    private static List<InputCounts> counts(List<Row> rows) {
        Map<String, List<Row>> byFeature = new HashMap<>();
        rows.forEach(row -> byFeature
                .computeIfAbsent(row.feature(), feature -> new ArrayList<>())
                .add(row));
        return byFeature.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Row>> entry) -> place(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> counts(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int place(String feature) {
        return InputFeature.of(feature).map(InputFeature::ordinal).orElse(InputFeature.values().length);
    }

    private static InputCounts counts(String feature, List<Row> rows) {
        Set<String> bins = new TreeSet<>();
        rows.stream().map(Row::bin).filter(Objects::nonNull).forEach(bins::add);
        return new InputCounts(
                feature,
                List.copyOf(bins),
                clustered(bins, rows, false),
                clustered(bins, rows, true),
                mean(rows, false),
                mean(rows, true));
    }

    private static ClusteredCounts clustered(Set<String> bins, List<Row> rows, boolean now) {
        Map<String, ClusteredCounts.Bin> known = new HashMap<>();
        long clusters = 0;
        double squares = 0;
        for (Row row : rows) {
            if (row.now() != now) {
                continue;
            }
            if (row.bin() == null) {
                clusters = row.clusters();
                squares = row.counts().products();
            } else {
                known.put(row.bin(), row.counts());
            }
        }
        return new ClusteredCounts(
                clusters,
                squares,
                bins.stream()
                        .map(bin -> known.getOrDefault(bin, ClusteredCounts.Bin.NONE))
                        .toList());
    }

    private static @Nullable Double mean(List<Row> rows, boolean now) {
        return rows.stream()
                .filter(row -> row.now() == now && row.bin() == null)
                .map(Row::mean)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
