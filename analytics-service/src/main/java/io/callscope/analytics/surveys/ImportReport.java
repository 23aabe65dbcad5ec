package io.callscope.analytics.surveys;

import io.callscope.analytics.tables.Problem;
import io.callscope.analytics.tables.TableReport;
import java.util.List;
import java.util.Objects;

/**
 * What became of a file.
 *
 * @param kind what it is about
 * @param charset how it was read
 * @param delimiter what stands between its values
 * @param dryRun nothing was kept
 * @param rows lines below the header
 * @param added rows that were not known
 * @param changed rows that said something else before
 * @param unchanged rows that were known
 * @param bad rows that were left out
 * @param unknownCalls of the bad rows those whose call is not known here
 * @param problems what is wrong with them, the first of them
 * @param ignoredColumns columns that are not read
 */
public record ImportReport(
        FigureKind kind,
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
    public ImportReport {
        Objects.requireNonNull(kind, "kind");
        problems = List.copyOf(problems);
        ignoredColumns = List.copyOf(ignoredColumns);
    }
}
