package io.callscope.analytics.surveys;

import io.callscope.analytics.surveys.FigureStore.Kept;
import io.callscope.analytics.tables.BadValueException;
import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.Row;
import io.callscope.analytics.tables.TextTable;
import io.callscope.analytics.tables.UnusableFileException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of figures: each row stands for itself, so a bad one is named and the good ones are kept. The same file again
 * changes nothing. Thread-safe.
 */
public final class FigureImport {
    private final FigureStore store;
    private final RowReader reader;

    /**
     * @param site in whose zone the files' times are
     */
    public FigureImport(FigureStore store, ZoneId site) {
        this.store = Objects.requireNonNull(store, "store");
        this.reader = new RowReader(Objects.requireNonNull(site, "site"));
    }

    /**
     * Imports a file.
     *
     * @param charset null when it is to be found out
     * @param dryRun keeps nothing
     * @throws UnusableFileException when no line of it can be read
     */
    public ImportReport run(FigureKind kind, byte[] file, @Nullable Charset charset, boolean dryRun) {
        TextTable table = TextTable.read(file, charset);
        List<String> columns = table.header().stream().map(kind::column).toList();
        requireColumns(kind, table.header(), columns);
        List<Problem> problems = new ArrayList<>();
        Collection<Figures> rows = read(kind, table, columns, problems);
        Set<String> unknown = unknownCalls(rows);
        List<Figures> known = new ArrayList<>();
        int unknownCalls = 0;
        for (Figures row : rows) {
            if (row instanceof Figures.Survey survey && survey.callId() != null && unknown.contains(survey.callId())) {
                unknownCalls++;
                problems.add(new Problem(row.line(), "call_id", survey.callId(), "a call that callscope knows"));
            } else {
                known.add(row);
            }
        }
        Kept kept = store.keep(known, dryRun);
        problems.sort(Comparator.comparingLong(Problem::line));
        return new ImportReport(
                kind,
                table.charset(),
                table.delimiter(),
                dryRun,
                table.lines().size(),
                kept.added(),
                kept.changed(),
                kept.unchanged(),
                problems.size(),
                unknownCalls,
                problems.subList(0, Math.min(ImportReport.MOST_PROBLEMS, problems.size())),
                columns.stream()
                        .filter(column -> !kind.columns().contains(column))
                        .toList());
    }

    private static void requireColumns(FigureKind kind, List<String> header, List<String> columns) {
        Set<String> seen = new LinkedHashSet<>();
        for (String column : columns) {
            if (kind.columns().contains(column) && !seen.add(column)) {
                throw new UnusableFileException("header", column, "each column once");
            }
        }
        List<String> needed = switch (kind) {
            case SURVEYS -> List.of();
            case CUSTOMERS -> List.of("customer_key", "date");
            case ACD -> List.of("queue", "from", "to");
            case TEAMS -> List.of("team", "month");
        };
        boolean whom = kind != FigureKind.SURVEYS
                || seen.contains("call_id")
                || seen.containsAll(List.of("customer_key", "date"));
        boolean figure = kind.figures().stream().anyMatch(seen::contains);
        if (!whom || !figure || !seen.containsAll(needed)) {
            String given = header.stream().map(String::strip).collect(Collectors.joining(", "));
            throw new UnusableFileException(
                    "header",
                    given.length() <= 120 ? given : given.substring(0, 120) + "…",
                    switch (kind) {
                        case SURVEYS -> "call_id, or customer_key and date; and one of nps, csi, csat, ces";
                        case CUSTOMERS -> "customer_key, date; and one of average_check, arpu, churn";
                        case ACD -> "queue, from, to; and one of aht, asa, sl, lcr, occupancy";
                        case TEAMS -> "team, month; and one of enps, turnover";
                    });
        }
    }

    /** The first row of each key that can be read. */
    private Collection<Figures> read(FigureKind kind, TextTable table, List<String> columns, List<Problem> problems) {
        Map<String, Figures> rows = new LinkedHashMap<>();
        for (TextTable.Line line : table.lines()) {
            if (line.values().size() != columns.size()) {
                problems.add(new Problem(
                        line.number(),
                        "",
                        line.values().size() + " values",
                        "%d values, as many as the header has".formatted(columns.size())));
                continue;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), line.values().get(i));
            }
            try {
                Figures figures = reader.read(kind, new Row(line.number(), values));
                Figures earlier = rows.putIfAbsent(figures.key(), figures);
                if (earlier != null) {
                    problems.add(new Problem(
                            line.number(), "", "the same as line " + earlier.line(), "one row for each of them"));
                }
            } catch (BadValueException e) {
                problems.add(e.problem());
            }
        }
        return rows.values();
    }

    private Set<String> unknownCalls(Collection<Figures> rows) {
        List<String> calls = new ArrayList<>();
        for (Figures row : rows) {
            if (row instanceof Figures.Survey survey && survey.callId() != null) {
                calls.add(survey.callId());
            }
        }
        return calls.isEmpty() ? Set.of() : store.unknownCalls(calls);
    }
}
