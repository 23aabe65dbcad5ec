package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.FalseMark;
import io.callscope.analytics.desk.FalseMarks;
import io.callscope.analytics.desk.FalseReason;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.View;
import io.callscope.model.call.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a call, on its page.
 *
 * @param card the card that it is on; null when it is on none
 * @param falseMarks what is called false in it
 */
public record DecisionView(View view, CallId call, @Nullable CardView card, List<FalseMark> falseMarks) {
    public DecisionView {
        falseMarks = List.copyOf(falseMarks);
    }

    /** The word that something is false; null when nobody says so. */
    public @Nullable FalseMark falseMark(String kind, String id) {
        return falseMarks.stream()
                .filter(mark -> mark.subject().kind().id().equals(kind)
                        && mark.subject().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public boolean isFalse(String kind, String id) {
        return falseMark(kind, id) != null;
    }

    public boolean mayGive() {
        return view.may(Permission.WORK_QUEUE);
    }

    public boolean mayUndo(FalseMark mark) {
        return mayGive() && view.viewer() != null && FalseMarks.mayUndo(mark, view.viewer());
    }

    public List<FalseReason> reasons() {
        return List.of(FalseReason.values());
    }

    /** Where false marks of this call are sent. */
    public String address() {
        return view.callAddress(call) + "/false-marks";
    }
}
