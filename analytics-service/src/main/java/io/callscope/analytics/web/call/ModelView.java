package io.callscope.analytics.web.call;

import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Disagreement;
import io.callscope.model.analysis.ModelReport;
import java.util.List;
import java.util.Objects;

/**
 * What a language model adds to a call, in the words of a page.
 *
 * @param report as it is stored
 * @param differences where the rules say otherwise
 */
public record ModelView(ModelReport report, List<Difference> differences) {
    public ModelView {
        Objects.requireNonNull(report, "report");
        differences = List.copyOf(differences);
    }

    /**
     * A place where the two differ.
     *
     * @param about what on
     * @param model what the model says
     * @param rules what the rules say
     */
    public record Difference(String about, String model, String rules) {}

    static ModelView of(View view, ModelReport report) {
        return new ModelView(
                report,
                report.disagreements().stream()
                        .map(one -> difference(view, one))
                        .toList());
    }

    private static Difference difference(View view, Disagreement one) {
        return switch (one.about()) {
            case Disagreement.REASON ->
                new Difference(
                        view.t("call.reason"),
                        view.label(Kind.REASON, one.model()),
                        view.label(Kind.REASON, one.rules()));
            case Disagreement.RESOLUTION ->
                new Difference(
                        view.t("call.resolution"),
                        view.t("resolution." + one.model()),
                        view.t("resolution." + one.rules()));
            case Disagreement.REPEAT ->
                new Difference(view.t("call.repeat"), heard(view, one.model()), heard(view, one.rules()));
            default -> new Difference(view.code(one.about()), heard(view, one.model()), heard(view, one.rules()));
        };
    }

    private static String heard(View view, String word) {
        return view.t(Disagreement.HEARD.equals(word) ? "model.heard" : "model.not-heard");
    }
}
