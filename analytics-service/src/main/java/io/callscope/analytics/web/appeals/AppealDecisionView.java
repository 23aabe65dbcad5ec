package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.web.call.CallView;
import io.callscope.analytics.web.page.View;
import java.util.List;

/**
 * The form of a decision.
 *
 * @param call without anything that the machine says of it
 */
public record AppealDecisionView(AppealNames names, Appeal appeal, CallView call) {
    public View view() {
        return names.view();
    }

    public String address() {
        return AppealPages.address(appeal);
    }

    public List<Answer> choices() {
        return List.of(Answer.MET, Answer.NOT_MET, Answer.NOT_APPLICABLE);
    }
}
