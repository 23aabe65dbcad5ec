package io.callscope.analytics.review.imports;

import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.TableReport;
import java.util.List;

/**
 * What became of a file of reviews.
 *
 * @param map by which it was read
 * @param scorecard that it is about
 * @param charset how it was read: a charset, or xlsx
 * @param delimiter what stands between its values; empty in a workbook
 * @param dryRun nothing was kept
 * @param rows lines below the header
 * @param added reviews that were not known
 * @param changed reviews that said something else before
 * @param unchanged reviews that were known
 * @param bad rows that were left out
 * @param unknownCalls of the bad rows those whose call is not known here
 * @param problems what is wrong with them, the first of them
 * @param ignoredColumns columns that are not read
 */
public record ReviewImportReport(
        String map,
        String scorecard,
        String charset,
        String delimiter,
        boolean dryRun,
        int rows,
        int added,
        int changed,
        int unchanged,
        int bad,
        int unknownCalls,
        List<Problem> problems,
        List<String> ignoredColumns)
        implements TableReport {
    public ReviewImportReport {
        problems = List.copyOf(problems);
        ignoredColumns = List.copyOf(ignoredColumns);
    }
}
