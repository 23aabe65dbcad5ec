package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;

/** A share with the machine's errors taken out, in words. One request's. */
public record CorrectedWords(View view) {
    /** What the corrected share stands on, in sentences. */
    public List<String> sentences(Corrected corrected) {
        List<String> words = new ArrayList<>();
        Double share = corrected.share();
        if (corrected.raw() == null) {
            return List.of(view.t("accuracy.share.no-calls"));
        }
        if (share != null && corrected.low() != null && corrected.high() != null) {
            words.add(view.t(
                    "accuracy.share." + corrected.basis().id(),
                    view.format().share(corrected.raw()),
                    view.format().share(share),
                    view.format().oneDecimal(100 * corrected.low()),
                    view.format().share(corrected.high()),
                    view.n("accuracy.calls", corrected.reviewed())));
        } else {
            words.add(view.t("accuracy.share.marked", view.format().share(corrected.raw())));
        }
        if (corrected.tooHighBy() != null) {
            words.add(view.t(
                    corrected.tooHighBy() > 0 ? "accuracy.share.too-high" : "accuracy.share.too-low",
                    view.format().oneDecimal(100 * Math.abs(corrected.tooHighBy()))));
        }
        if (corrected.missingUnmarked() > 0) {
            words.add(view.t(
                    "accuracy.share.early-unmarked", view.n("accuracy.more-reviews", corrected.missingUnmarked())));
        }
        if (corrected.missingMarked() > 0) {
            words.add(
                    view.t("accuracy.share.early-marked", view.n("accuracy.more-reviews", corrected.missingMarked())));
        }
        return words;
    }

    /** 23,5 %; words where it cannot be given. */
    public String share(Corrected corrected) {
        return corrected.share() == null
                ? view.t("accuracy.unknown")
                : view.format().share(corrected.share());
    }

    /** 18,8–30,0 %; empty where it cannot be given. */
    public String interval(Corrected corrected) {
        return corrected.low() == null || corrected.high() == null
                ? ""
                : view.format().shares(corrected.low(), corrected.high());
    }
}
