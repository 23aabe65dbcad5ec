package io.callscope.analytics.web;

import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.audit.AuditTrail;
import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.overview.FailedCalls;
import io.callscope.analytics.overview.Overviews;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.repeats.RepeatChains;
import io.callscope.analytics.repeats.report.RepeatReports;
import io.callscope.analytics.search.CallSearch;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.UserStore;
import io.callscope.analytics.views.SavedViews;
import io.callscope.analytics.web.accuracy.AccuracySources;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.change.ChangeSources;
import io.callscope.analytics.web.desk.DeskSources;
import io.callscope.analytics.web.forces.ForceSources;
import io.callscope.analytics.web.model.ModelSources;
import io.callscope.analytics.web.promises.PromiseSources;
import io.callscope.analytics.web.review.ReviewSources;

/** Where the pages get what they show, and where they note what was done. */
public record WebSources(
        CallRepository calls,
        CallSearch search,
        Overviews overviews,
        FailedCalls failures,
        RuleConfirmations confirmations,
        SavedViews views,
        AudioCache audio,
        Comments comments,
        Labels labels,
        LagSource lag,
        UserStore users,
        AuditLog audit,
        AuditTrail auditTrail,
        DeskSources desk,
        RepeatReports repeats,
        RepeatChains chains,
        AccuracySources accuracy,
        PartySwaps swaps,
        ModelSources model,
        ChangeSources changes,
        ReviewSources reviews,
        ForceSources forces,
        PromiseSources promises) {}
