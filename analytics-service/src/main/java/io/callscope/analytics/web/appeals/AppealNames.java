package io.callscope.analytics.web.appeals;

import io.callscope.analytics.review.appeals.Appeal;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names of what appeals are about, in the language of a page. What is not in force any more is named by its id.
 *
 * @param view of the page
 * @param scorecards those in force
 */
public record AppealNames(View view, Scorecards scorecards) {
    private Optional<Scorecard> find(String id) {
        return scorecards.all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public String scorecard(String id) {
        return find(id).map(one -> one.name().in(view.tag())).orElse(id);
    }

    public String criterion(String scorecard, String id) {
        return find(scorecard).stream()
                .flatMap(one -> one.criteria().stream())
                .filter(one -> one.id().equals(id))
                .map(one -> one.name().in(view.tag()))
                .findFirst()
                .orElse(id);
    }

    /** Where a criterion stands in its scorecard; those that are not in force any more come last. */
    int place(String scorecard, String id) {
        List<String> ids = find(scorecard).stream()
                .flatMap(one -> one.criteria().stream())
                .map(Criterion::id)
                .toList();
        return ids.contains(id) ? ids.indexOf(id) : ids.size();
    }

    public String criterion(Appeal appeal) {
        return criterion(appeal.scorecard(), appeal.criterion());
    }

    /** A place of a recording as m:ss; empty without one. */
    public String clock(@Nullable Long atMs) {
        return atMs == null ? "" : "%d:%02d".formatted(atMs / 60_000, atMs / 1000 % 60);
    }
}
