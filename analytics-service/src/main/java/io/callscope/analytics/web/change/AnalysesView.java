package io.callscope.analytics.web.change;

import io.callscope.analytics.store.EarlierAnalyses.Version;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.call.CallId;
import java.util.List;

/** All analyses of a call in words. */
public record AnalysesView(View view, CallId callId, List<Version> versions) {
    public AnalysesView {
        versions = List.copyOf(versions);
    }

    /** The call's page where a mark's words begin. */
    public String address(Mark mark) {
        return view.callAddress(
                callId,
                mark.evidence().stream().mapToLong(Evidence::startMs).min().orElse(0));
    }

    /** Where a mark's words begin. */
    public String time(Mark mark) {
        return view.format()
                .duration(mark.evidence().stream()
                        .mapToLong(Evidence::startMs)
                        .min()
                        .orElse(0));
    }

    /** So much of a hash as tells two apart. */
    public String brief(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
