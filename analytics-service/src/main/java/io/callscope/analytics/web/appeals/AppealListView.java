package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.review.appeals.AppealState;
import io.callscope.analytics.review.appeals.CriterionAppeals;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.View;
import java.util.List;

/**
 * Appeals by what is to be done. No score stands here, neither of open ones nor of others.
 *
 * @param mine those that the viewer decides
 * @param open the others that wait
 * @param closed decided and expired ones
 * @param reviews to which he may still object
 * @param counts per criterion
 */
public record AppealListView(
        AppealNames names,
        String login,
        List<Appeal> mine,
        List<Appeal> open,
        List<Appeal> closed,
        AppealableReviews reviews,
        List<CriterionAppeals> counts) {
    static AppealListView of(
            AppealNames names,
            String login,
            List<Appeal> appeals,
            AppealableReviews reviews,
            List<CriterionAppeals> counts) {
        return new AppealListView(
                names,
                login,
                appeals.stream().filter(one -> one.isWith(login)).toList(),
                appeals.stream()
                        .filter(one -> one.state() == AppealState.OPEN && !one.isWith(login))
                        .toList(),
                appeals.stream().filter(one -> one.state() != AppealState.OPEN).toList(),
                reviews,
                List.copyOf(counts));
    }

    public View view() {
        return names.view();
    }

    public String address(Appeal appeal) {
        return AppealPages.address(appeal);
    }

    public boolean mayFile() {
        return view().may(Permission.FILE_APPEALS);
    }

    /** Whether the button to take it is worth showing; what else speaks against him is said when he takes it. */
    public boolean mayTake(Appeal appeal) {
        return view().may(Permission.DECIDE_APPEALS)
                && appeal.takenBy() == null
                && !appeal.filedBy().equals(login);
    }
}
