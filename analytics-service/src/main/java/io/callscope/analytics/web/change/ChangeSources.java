package io.callscope.analytics.web.change;

import io.callscope.analytics.classify.Explainer;
import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.reanalyze.Reanalyses;
import io.callscope.analytics.store.EarlierAnalyses;
import java.util.function.Supplier;

/**
 * Where the pages of changes get what they show.
 *
 * @param config what calls are judged by at each moment
 * @param rules the rules of that moment, to try words on
 */
public record ChangeSources(
        Supplier<ConfigStatus> config,
        Supplier<? extends Explainer> rules,
        Reanalyses reanalyses,
        EarlierAnalyses analyses) {}
