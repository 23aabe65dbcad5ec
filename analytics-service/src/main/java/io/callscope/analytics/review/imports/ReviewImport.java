package io.callscope.analytics.review.imports;

import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.TextTable;
import io.callscope.analytics.users.TeamScope;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads sheets of reviews that people gave elsewhere: each row stands for itself, so a bad one is named and the good ones
 * are kept. The same file again changes nothing. Thread-safe.
 */
public final class ReviewImport {
    private final ImportedReviews store;
    private final Clock clock;

    public ReviewImport(ImportedReviews store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Imports a file.
     *
     * @param file CSV or XLSX
     * @param charset of CSV; null when it is to be found out
     * @param scope whose calls may be reviewed so
     * @param dryRun keeps nothing
     * @throws io.callscope.analytics.tables.UnusableFileException when no line of it can be read
     */
    public ReviewImportReport run(
            ReviewMap map, byte[] file, @Nullable Charset charset, TeamScope scope, boolean dryRun) {
        TextTable table = TextTable.read(file, charset);
        ReviewSheet sheet = new ReviewSheet(map, table);
        List<ImportedReview> rows = sheet.reviews();
        Set<String> unknown = rows.isEmpty()
                ? Set.of()
                : store.unknownCalls(rows.stream().map(ImportedReview::call).toList(), scope);
        List<Problem> problems = new ArrayList<>(sheet.problems());
        List<ImportedReview> known = new ArrayList<>();
        for (ImportedReview row : rows) {
            if (unknown.contains(row.call())) {
                problems.add(new Problem(row.line(), ReviewMap.CALL, row.call(), "a call that callscope knows"));
            } else {
                known.add(row);
            }
        }
        ImportedReviews.Kept kept = store.keep(known, clock.instant(), dryRun);
        problems.sort(Comparator.comparingLong(Problem::line));
        return new ReviewImportReport(
                map.name(),
                map.scorecard().id(),
                table.charset(),
                table.delimiter(),
                dryRun,
                table.lines().size(),
                kept.added(),
                kept.changed(),
                kept.unchanged(),
                problems.size(),
                rows.size() - known.size(),
                problems.subList(0, Math.min(ReviewImportReport.MOST_PROBLEMS, problems.size())),
                sheet.ignoredColumns());
    }
}
