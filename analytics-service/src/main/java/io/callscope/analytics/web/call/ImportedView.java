package io.callscope.analytics.web.call;

import io.callscope.analytics.review.imports.ImportedScore;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.Optional;

/** What somebody said of the call elsewhere, by the names of the site's scorecards. One request's. */
public record ImportedView(ImportedScore score, Optional<Scorecard> scorecard) {
    static List<ImportedView> of(List<ImportedScore> scores, Scorecards scorecards) {
        return scores.stream()
                .map(score -> new ImportedView(
                        score,
                        scorecards.all().stream()
                                .filter(one -> one.id().equals(score.scorecard()))
                                .findFirst()))
                .toList();
    }

    /** Its scorecard's name; the id of one that there is no more. */
    public String name(View view) {
        return scorecard.map(one -> one.name().in(view.tag())).orElse(score.scorecard());
    }

    /** A criterion's name; the id of one that there is no more. */
    public String criterion(View view, String id) {
        return scorecard.stream()
                .flatMap(one -> one.criteria().stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> one.name().in(view.tag()))
                .orElse(id);
    }

    /** 7 of 9 criteria met. */
    public String total(View view) {
        return view.t(
                "imported.total",
                view.format().number(score.count("met")),
                view.format().number(score.count("met") + score.count("not-met")));
    }
}
