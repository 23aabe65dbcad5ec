package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.input.InputCounts;
import io.callscope.analytics.accuracy.input.InputDrift;
import io.callscope.analytics.accuracy.input.InputFeature;
import io.callscope.analytics.accuracy.input.InputShift;
import io.callscope.analytics.accuracy.input.ShiftVerdict;
import io.callscope.analytics.web.page.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calls come in, beside those the machine was checked on, in words. Every figure is the report's. One request's. */
public final class InputWords {
    private final View view;
    private final ItemNames names;
    private final InputDrift drift;

    InputWords(View view, ItemNames names, InputDrift drift) {
        this.view = view;
        this.names = names;
        this.drift = drift;
    }

    /** What there is to say, in sentences. */
    public List<String> sentences() {
        LocalDate week = drift.week();
        if (drift.state() == InputDrift.State.NO_REFERENCE || week == null) {
            return List.of(view.t("accuracy.input.no-reference"));
        }
        if (drift.state() == InputDrift.State.COUNTING) {
            return List.of(view.t("accuracy.input.counting"));
        }
        if (drift.compared() == 0) {
            return List.of(view.t("accuracy.input.too-few", days(week), view.n("accuracy.calls", InputShift.CALLS)));
        }
        List<InputShift> changed = drift.changed();
        if (changed.isEmpty()) {
            return List.of(view.t("accuracy.input.same", days(week), reference(), compared()));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(view.t("accuracy.input.changed", days(week), reference()));
        changed.forEach(shift -> sentences.add(view.t("accuracy.input.change", name(shift), move(shift))));
        sentences.add(view.t("accuracy.input.not-wrong"));
        return sentences;
    }

    private String days(LocalDate monday) {
        return view.t(
                "accuracy.input.days",
                view.format().dayMonth(monday),
                view.format().date(monday.plusDays(6)));
    }

    private String reference() {
        return view.n("accuracy.input.weeks", drift.reference().size());
    }

    private String compared() {
        return view.n("accuracy.input.features", drift.compared());
    }

    /** What is compared. */
    public String name(InputShift shift) {
        return InputFeature.of(shift.feature())
                .map(feature -> view.t("accuracy.input.feature." + feature.id()))
                .orElseGet(() -> names.of(shift.feature()));
    }

    /** How much it moved: a mean, or the name whose share moved most. */
    public String move(InputShift shift) {
        Optional<InputFeature> feature = InputFeature.of(shift.feature());
        InputShift.Move most = shift.most();
        if (feature.isPresent() && feature.get().isMeasured()) {
            return view.t(
                    "accuracy.input.mean",
                    measure(feature.get(), shift.referenceMean()),
                    measure(feature.get(), shift.nowMean()));
        }
        return most == null
                ? ""
                : view.t(
                        "accuracy.input.share",
                        bin(shift.feature(), most.bin()),
                        view.format().share(most.from()),
                        view.format().share(most.to()));
    }

    private String measure(InputFeature feature, @Nullable Double mean) {
        if (mean == null) {
            return view.t("accuracy.unknown");
        }
        return switch (feature) {
            case LENGTH -> view.t("accuracy.input.minutes", view.format().oneDecimal(mean));
            case SILENCE, OVERTALK, TALK -> view.format().share(mean);
            default -> view.format().fraction(mean);
        };
    }

    private String bin(String feature, String bin) {
        if (bin.equals(InputCounts.RARE)) {
            return view.t("accuracy.input.rare");
        }
        if (bin.isEmpty()) {
            return view.t("accuracy.input.none");
        }
        return switch (InputFeature.of(feature).orElse(InputFeature.QUEUE)) {
            case LANGUAGE -> view.languageName(bin);
            case DIRECTION -> view.t("direction." + bin);
            case VERDICT -> view.t("verdict." + bin);
            case REASON -> view.t("accuracy.input.reason." + bin);
            default -> feature.startsWith("criterion.") ? view.t("accuracy.input.answer." + bin) : bin;
        };
    }

    /** The verdict, with what is missing. */
    public String verdict(InputShift shift) {
        ShiftVerdict verdict = shift.verdict();
        String key = "accuracy.input.verdict." + verdict.id();
        return switch (verdict) {
            case TOO_FEW_CALLS -> view.t(key, view.format().number(InputShift.CALLS));
            case TOO_FEW_AGENTS -> view.t(key, view.format().number(InputShift.AGENTS));
            default -> view.t(key);
        };
    }

    /** The index with two digits, or that it cannot be told. */
    public String stability(InputShift shift) {
        return shift.stability() == null
                ? view.t("accuracy.unknown")
                : view.format().fraction(shift.stability());
    }

    /** The corrected probability. */
    public String probability(InputShift shift) {
        return shift.p() == null
                ? view.t("accuracy.unknown")
                : view.format().fraction(Objects.requireNonNull(shift.p()));
    }
}
