package io.callscope.analytics.tables;

import java.util.List;

/** What became of an imported table, whatever its rows are about. */
public interface TableReport {
    /** More problems than these are only counted. */
    int MOST_PROBLEMS = 200;

    /** How it was read: a charset, or xlsx. */
    String charset();

    /** Whether nothing was kept. */
    boolean dryRun();

    /** Lines below the header. */
    int rows();

    /** Rows that were not known. */
    int added();

    /** Rows that said something else before. */
    int changed();

    /** Rows that were known. */
    int unchanged();

    /** Rows that were left out. */
    int bad();

    /** Of the bad rows those whose call is not known here. */
    int unknownCalls();

    /** What is wrong with the bad rows, the first of them. */
    List<Problem> problems();

    /** Columns that are not read. */
    List<String> ignoredColumns();
}
