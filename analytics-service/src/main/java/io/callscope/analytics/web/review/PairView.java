package io.callscope.analytics.web.review;

import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.review.pairs.PairAnswer;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.View;
import io.callscope.model.call.CallMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call beside the customer's others, none with anything that the machine says.
 *
 * @param earlier the latest first
 * @param later the earliest first
 * @param given what he has said already; null when nothing
 */
public record PairView(
        CallView call,
        List<CallView> earlier,
        List<CallView> later,
        List<CauseDefinition> causes,
        @Nullable PairAnswer given) {
    public View view() {
        return call.view();
    }

    public String address() {
        return ReviewPages.address(call.entry().callId());
    }

    /** When a call was, as people say it. */
    public String when(CallView one) {
        CallMetadata metadata = one.metadata();
        return metadata == null ? one.entry().callId().value() : view().format().dateTime(metadata.startedAt());
    }
}
