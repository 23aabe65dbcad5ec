package io.callscope.analytics.web.change;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.reanalyze.Reanalysis;
import io.callscope.analytics.web.page.View;
import java.util.List;

/** What is in force, and the latest reanalyses. */
public record ChangesView(View view, ConfigStatus config, List<Reanalysis> reanalyses) {
    public ChangesView {
        reanalyses = List.copyOf(reanalyses);
    }

    /** The days that were heard again. */
    public String days(Reanalysis one) {
        return days(view, one);
    }

    static String days(View view, Reanalysis one) {
        // the end is the first moment that is no part of it
        return "%s – %s"
                .formatted(
                        view.format().date(one.from()),
                        view.format().date(one.to().minusMillis(1)));
    }

    /** Problems of a refused change that are not shown. */
    public int moreProblems(ConfigStatus.Refusal refusal) {
        return refusal.count() - refusal.problems().size();
    }
}
