package io.callscope.analytics.web.page;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.views.SavedView;
import io.callscope.analytics.web.api.CallQuery.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kept filters that somebody is offered, and the form that keeps another.
 *
 * @param offered his own first
 * @param opened the one that the list shows; null when it shows none
 * @param refused what of the opened one does not exist any more
 * @param query what would be kept
 * @param form what was typed
 */
public record ViewBar(
        View view,
        List<SavedView> offered,
        @Nullable SavedView opened,
        List<Refused> refused,
        String query,
        Form form) {
    public ViewBar {
        offered = List.copyOf(offered);
        refused = List.copyOf(refused);
    }

    /**
     * What was typed.
     *
     * @param problem why it was not taken, in words; empty when nothing is wrong
     * @param done what was done, in words; empty when nothing was
     */
    public record Form(String name, boolean isShared, String problem, String done) {
        public static Form empty() {
            return new Form("", false, "", "");
        }
    }

    /** Whether he may offer his to everybody. */
    public boolean mayShare() {
        return view.may(Permission.SHARE_VIEWS);
    }

    public boolean isOwn(SavedView one) {
        return view.viewer() != null && one.isOf(view.viewer().login());
    }

    public boolean isOpened(SavedView one) {
        return opened != null && opened.id() == one.id();
    }

    /** What does not exist any more, in words. */
    public String refusedInWords() {
        return String.join(
                ", ",
                refused.stream()
                        .map(one -> view.t("filter." + one.parameter()) + ": " + one.value())
                        .toList());
    }
}
