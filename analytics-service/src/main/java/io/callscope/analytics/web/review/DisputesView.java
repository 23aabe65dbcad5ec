package io.callscope.analytics.web.review;

import io.callscope.analytics.review.Dispute;
import io.callscope.analytics.web.page.View;
import java.util.List;

/** Calls that two people have scored differently. */
public record DisputesView(View view, List<Dispute> disputes) {
    public DisputesView {
        disputes = List.copyOf(disputes);
    }
}
