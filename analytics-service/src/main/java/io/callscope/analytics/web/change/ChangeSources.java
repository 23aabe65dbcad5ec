package io.callscope.analytics.web.change;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.reanalyze.Reanalyses;
import io.callscope.analytics.store.EarlierAnalyses;
import java.util.function.Supplier;

/**
 * Where the pages of changes get what they show.
 *
 * @param config what calls are judged by at each moment
 */
public record ChangeSources(Supplier<ConfigStatus> config, Reanalyses reanalyses, EarlierAnalyses analyses) {}
