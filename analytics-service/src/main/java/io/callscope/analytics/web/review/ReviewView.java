package io.callscope.analytics.web.review;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.review.Assignment;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a review.
 *
 * @param call without anything that the machine says of it
 * @param form what has been typed
 * @param askPairs whether the customer has other calls and he has not said yet which of them this one repeats
 * @param refused why what was sent is not a review; null when nothing was refused
 */
public record ReviewView(
        CallView call,
        Assignment seat,
        Scorecard scorecard,
        Codebook codebook,
        ReviewForm form,
        boolean askPairs,
        @Nullable String refused) {
    public View view() {
        return call.view();
    }

    public String address() {
        return ReviewPages.address(seat.callId());
    }

    public String name() {
        return scorecard.name().in(view().tag());
    }

    public String section(String id) {
        LocalText name = scorecard.sections().get(id);
        return name == null ? id : name.in(view().tag());
    }

    public List<Criterion> criteria(String section) {
        return scorecard.criteria().stream()
                .filter(one -> one.section().equals(section))
                .toList();
    }

    public String name(Criterion criterion) {
        return criterion.name().in(view().tag());
    }

    /** In the order of the keys 1 to 4. */
    public List<Answer> answers() {
        return List.of(Answer.values());
    }

    public List<Force> forces() {
        return List.of(Force.values());
    }

    /** Barriers to a force. */
    public List<CodeDefinition> codes(Force force) {
        return codebook.codes().stream()
                .filter(code -> code.force() == force && code.polarity() == Polarity.BARRIER)
                .toList();
    }

    public List<Resolution> resolutions() {
        return List.of(Resolution.values());
    }
}
