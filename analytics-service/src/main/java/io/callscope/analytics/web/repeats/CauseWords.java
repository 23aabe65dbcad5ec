package io.callscope.analytics.web.repeats;

import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.analytics.accuracy.report.CauseShares;
import io.callscope.analytics.accuracy.report.CauseShares.OfCause;
import io.callscope.analytics.repeats.report.CauseLine;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Causes with the machine's errors taken out, in words. One request's. */
public record CauseWords(RepeatsView page) {
    private View view() {
        return page.view();
    }

    private CauseShares shares() {
        return page.checked().correctedCauses();
    }

    /** Whether there is anything to show beside the machine's shares. */
    public boolean isChecked() {
        return shares().shares().stream().anyMatch(one -> one.share() != null);
    }

    public List<OfCause> rows() {
        return shares().shares();
    }

    public String name(OfCause cause) {
        return cause.cause().equals(CheckedCause.NO_REPEAT)
                ? view().t("repeats.causes.no-repeat")
                : view().label(Kind.CAUSE, cause.cause());
    }

    /** 23,5 %. The machine calls nothing no repeat here. */
    public String raw(OfCause cause) {
        return cause.raw() == null || cause.cause().equals(CheckedCause.NO_REPEAT)
                ? "–"
                : view().format().share(cause.raw());
    }

    /** 23,5 %; words where it cannot be given. */
    public String share(OfCause cause) {
        return cause.share() == null
                ? view().t("accuracy.unknown")
                : view().format().share(cause.share());
    }

    /** 18,8–30,0 %; empty where it cannot be given. */
    public String interval(OfCause cause) {
        return cause.low() == null || cause.high() == null
                ? ""
                : view().format().shares(cause.low(), cause.high());
    }

    /** How much the machine gives it too often or too rarely; empty while that may be chance. */
    public String tooHigh(OfCause cause) {
        Double by = cause.tooHighBy();
        return by == null || cause.cause().equals(CheckedCause.NO_REPEAT)
                ? ""
                : view().t(
                                by > 0 ? "repeats.causes.too-high" : "repeats.causes.too-low",
                                view().format().oneDecimal(100 * Math.abs(by)));
    }

    /** The corrected share of a line of the report; null when several departments share the cause. */
    @Nullable
    OfCause of(CauseLine line) {
        boolean alone = page.report().causes().stream()
                        .filter(one -> one.cause().equals(line.cause()))
                        .count()
                == 1;
        return alone ? shares().byCause().get(line.cause()) : null;
    }

    /** 23,5 % (18,8–30,0 %) of a line; empty where it cannot be given. */
    public String beside(CauseLine line) {
        OfCause cause = of(line);
        return cause == null || cause.share() == null
                ? ""
                : view().t("accuracy.share.beside", share(cause), interval(cause));
    }

    /** Lines that the report does not have by themselves: what departments share, and what only people say. */
    List<OfCause> others() {
        List<String> alone = page.report().causes().stream()
                .filter(line -> of(line) != null)
                .map(CauseLine::cause)
                .toList();
        return rows().stream().filter(one -> !alone.contains(one.cause())).toList();
    }

    /** What the shares stand on, in sentences; or why there are none. */
    public List<String> sentences() {
        List<String> words = new ArrayList<>();
        CauseShares shares = shares();
        words.add(view().t(
                        "repeats.causes.reviewed",
                        view().format().number(shares.repeats()),
                        view().format().number(shares.reviewed())));
        words.add(basis() + ".");
        if (isChecked() && page.query().isNarrowed()) {
            words.add(view().t("repeats.note.groups"));
        }
        return words;
    }

    /** What they stand on, in one sentence. */
    String basis() {
        CauseShares shares = shares();
        return switch (shares.basis()) {
            case NOTHING ->
                shares.missing() > 0
                        ? view().t("repeats.causes.early", view().n("accuracy.more-reviews", shares.missing()))
                        : view().t("repeats.causes.too-few");
            case PEOPLE -> view().t("repeats.causes.people");
            case MACHINE_AND_PEOPLE ->
                shares.together() > 0
                        ? view().n("repeats.causes.together", shares.together())
                        : view().t("repeats.causes.corrected");
        };
    }
}
