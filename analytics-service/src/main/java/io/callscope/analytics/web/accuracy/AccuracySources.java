package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.learn.Learning;
import io.callscope.analytics.accuracy.report.AccuracyReports;
import io.callscope.analytics.accuracy.report.ReviewedItems;
import io.callscope.analytics.scorecard.Scorecards;
import java.util.function.Supplier;

/**
 * What the accuracy page reads.
 *
 * @param reports figures
 * @param learning where machine and people differ, for whoever mends the machine
 * @param scorecards names of criteria, in force
 */
public record AccuracySources(
        AccuracyReports reports, ReviewedItems reviewed, Learning learning, Supplier<Scorecards> scorecards) {}
