package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.madeup.JdbiMadeUpReviews;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.web.TestPages;
import java.time.ZoneId;

/** Weeks of simulated reviews before the pages' now. */
public final class SeededAccuracy {
    private static final Scorecard SERVICE = Scorecards.load(ConfigDir.shipped()).all().stream()
            .filter(scorecard -> scorecard.id().equals("service"))
            .findFirst()
            .orElseThrow();

    private SeededAccuracy() {}

    public static TestPages pages() {
        TestPages pages = TestPages.empty();
        new JdbiMadeUpReviews(
                        pages.database().dataSource(),
                        SERVICE,
                        CodebookLoader.load(ConfigDir.shipped()),
                        ZoneId.of("Europe/Moscow"))
                .fill(6, 400, 120, 4, TestPages.NOW);
        return pages;
    }
}
