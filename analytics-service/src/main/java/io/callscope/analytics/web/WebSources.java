package io.callscope.analytics.web;

import io.callscope.analytics.overview.FailedCalls;
import io.callscope.analytics.overview.Overviews;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.web.audio.AudioCache;

/** Where the pages get what they show. */
public record WebSources(
        CallRepository calls,
        CallSearch search,
        Overviews overviews,
        FailedCalls failures,
        RuleConfirmations confirmations,
        AudioCache audio,
        Labels labels,
        LagSource lag) {}
