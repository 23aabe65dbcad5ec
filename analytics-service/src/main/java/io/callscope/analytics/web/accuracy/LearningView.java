package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.learn.Disagreement;
import io.callscope.analytics.accuracy.learn.Disagreements;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.View;
import io.callscope.model.call.CallId;

/** Disagreements of an item in words. One request's. */
public final class LearningView {
    private final View view;
    private final Disagreements found;
    private final ItemNames names;

    LearningView(View view, Disagreements found, Scorecards scorecards) {
        this.view = view;
        this.found = found;
        this.names = new ItemNames(view, scorecards);
    }

    public View view() {
        return view;
    }

    public Disagreements found() {
        return found;
    }

    /** The item's name. */
    public String name() {
        return names.of(found.item());
    }

    /** A failure of a criterion, or a case of anything else. */
    public String label(Label label) {
        String kind = found.item().kind() == ItemKind.CRITERION ? "criterion" : "case";
        return switch (label) {
            case MARKED -> view.t("accuracy.learn." + kind + ".marked");
            case CLEAR -> view.t("accuracy.learn." + kind + ".clear");
            case NOT_APPLICABLE -> view.t("accuracy.input.answer.not-applicable");
        };
    }

    /** Where the call is read; the calls of a list are open to those who may read calls. */
    public String address(Disagreement one) {
        return view.callAddress(new CallId(one.callId()));
    }

    public boolean mayRead() {
        return view.may(Permission.READ_CALLS);
    }
}
