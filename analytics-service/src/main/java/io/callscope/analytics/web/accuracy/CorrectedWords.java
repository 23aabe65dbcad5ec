package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A share with the machine's errors taken out, in words. One request's. */
public record CorrectedWords(View view) {
    /** What the corrected share stands on, in sentences. */
    public List<String> sentences(Corrected corrected) {
        List<String> words = new ArrayList<>();
        Double share = corrected.share();
        if (corrected.raw() == null) {
            return List.of(noShare(corrected));
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
        words.addAll(missing(corrected));
        return words;
    }

    /** How many reviews are still needed; nothing when there are enough. */
    private List<String> missing(Corrected corrected) {
        List<String> words = new ArrayList<>();
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

    /** The share and its interval in a few words: 23,5 % (18,8–30,0 %); empty where it cannot be given. */
    public String beside(@Nullable Corrected corrected) {
        return corrected == null || corrected.share() == null
                ? ""
                : view.t("accuracy.share.beside", share(corrected), interval(corrected));
    }

    /** What it stands on, or the reason why it cannot be given: {@code null} is what people are not asked about. */
    public String basis(@Nullable Corrected corrected) {
        if (corrected == null) {
            return view.t("accuracy.share.basis.unasked");
        }
        if (corrected.share() != null) {
            String basis = view.t("accuracy.share.basis." + corrected.basis().id());
            return corrected.basis() == Corrected.Basis.PEOPLE
                    ? basis + ". " + String.join(" ", missing(corrected))
                    : basis;
        }
        if (corrected.raw() == null) {
            return corrected.unscored() > 0 ? noShare(corrected) : view.t("accuracy.share.basis.no-calls");
        }
        return String.join(" ", missing(corrected));
    }

    private String noShare(Corrected corrected) {
        return corrected.unscored() == 0
                ? view.t("accuracy.share.no-calls")
                : view.t(
                        "accuracy.share.mostly-unscored",
                        view.format().number(corrected.calls()),
                        view.format().number(corrected.calls() + corrected.unscored()));
    }

    /** What {@link #cells} stand below. */
    public List<Column> columns() {
        return Stream.of(
                        Map.entry("corrected", 14),
                        Map.entry("low", 14),
                        Map.entry("high", 14),
                        Map.entry("reviewed", 12),
                        Map.entry("basis", 60))
                .map(column -> new Column(view.t("accuracy.share.sheet." + column.getKey()), column.getValue()))
                .toList();
    }

    /** A share in a file, in percent; null is what people are not asked about. */
    public List<Cell> cells(@Nullable Corrected corrected) {
        return corrected == null
                ? cells(null, null, null, null, basis(null))
                : cells(corrected.share(), corrected.low(), corrected.high(), corrected.reviewed(), basis(corrected));
    }

    /** The same of figures from elsewhere. */
    public List<Cell> cells(
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long reviewed,
            String basis) {
        return List.of(percent(share), percent(low), percent(high), Cell.whole(reviewed), Cell.text(basis));
    }

    private static Cell percent(@Nullable Double share) {
        return share == null ? Cell.EMPTY : new Cell.Decimal(share * 100);
    }

    /** The machine's own share, as {@link #share}. */
    public String raw(Corrected corrected) {
        return corrected.raw() == null
                ? view.t("accuracy.unknown")
                : view.format().share(corrected.raw());
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
