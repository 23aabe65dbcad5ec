package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.review.appeals.AppealScores;
import io.callscope.analytics.review.appeals.AppealState;
import io.callscope.analytics.review.appeals.AppealTotals;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.page.View;
import org.jspecify.annotations.Nullable;

/**
 * One appeal.
 *
 * @param scores null while it is open
 */
public record AppealView(
        AppealNames names, Appeal appeal, @Nullable AppealScores scores) {
    public View view() {
        return names.view();
    }

    public String address() {
        return AppealPages.address(appeal);
    }

    /** The review's total before and after, in words; those without critical failures beside them where they differ. */
    public String totals() {
        AppealTotals totals = scores == null ? null : scores.totals();
        return totals == null
                ? view().t("appeals.totals.changed")
                : view().t("appeals.totals.words", words(totals.before()), words(totals.after()));
    }

    private String words(AppealTotals.Total total) {
        if (total.total() == null) {
            return view().t("appeals.totals.none");
        }
        String shown = view().format().oneDecimal(total.total());
        return total.withoutCritical() == null || total.withoutCritical().equals(total.total())
                ? shown
                : view().t("appeals.totals.critical", shown, view().format().oneDecimal(total.withoutCritical()));
    }

    private boolean isOpen() {
        return appeal.state() == AppealState.OPEN;
    }

    public boolean mayTake() {
        User viewer = view().viewer();
        return isOpen()
                && appeal.takenBy() == null
                && viewer != null
                && viewer.may(Permission.DECIDE_APPEALS)
                && !appeal.filedBy().equals(viewer.login());
    }

    /** Who leads reviews frees what others took. */
    public boolean mayRelease() {
        return isOpen() && appeal.takenBy() != null && view().may(Permission.LEAD_REVIEWS);
    }
}
