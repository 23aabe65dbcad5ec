package io.callscope.analytics.web.call;

import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.evaluation.Evaluation;
import io.callscope.analytics.evaluation.EvaluationAnswer;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.transcript.Utterance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says of the call by one scorecard. Names are those of the scorecard in force; what it does not know
 * any more is shown by its id.
 *
 * @param name null when the scorecard is there no more
 */
public record EvaluationView(@Nullable LocalText name, Evaluation evaluation, List<Line> lines) {
    /**
     * One criterion.
     *
     * @param name null when the scorecard does not know it any more
     * @param words what it stands on; null when on none, or the text is another
     * @param atMs where to listen; null when nowhere
     */
    public record Line(
            EvaluationAnswer answer,
            @Nullable LocalText name,
            @Nullable String words,
            @Nullable Long atMs) {
        public String name(View v) {
            return name == null ? answer.criterion() : name.in(v.tag());
        }
    }

    static List<EvaluationView> of(List<Evaluation> evaluations, Scorecards scorecards, CallDetail detail) {
        return evaluations.stream().map(one -> of(one, scorecards, detail)).toList();
    }

    private static EvaluationView of(Evaluation evaluation, Scorecards scorecards, CallDetail detail) {
        Optional<Scorecard> scorecard = scorecards.all().stream()
                .filter(one -> one.id().equals(evaluation.scorecard()))
                .findFirst();
        Map<String, LocalText> names = scorecard.isEmpty()
                ? Map.of()
                : scorecard.get().criteria().stream().collect(Collectors.toMap(Criterion::id, Criterion::name));
        List<Utterance> utterances = detail.transcript() == null
                ? List.of()
                : detail.transcript().transcript().utterances();
        return new EvaluationView(
                scorecard.map(Scorecard::name).orElse(null),
                evaluation,
                evaluation.answers().stream()
                        .map(answer -> line(answer, names.get(answer.criterion()), utterances))
                        .toList());
    }

    private static Line line(EvaluationAnswer answer, @Nullable LocalText name, List<Utterance> utterances) {
        Evidence first = answer.evidence().isEmpty() ? null : answer.evidence().get(0);
        if (first == null) {
            return new Line(
                    answer,
                    name,
                    null,
                    answer.searched() == null
                            ? null
                            : Long.valueOf(answer.searched().startMs()));
        }
        boolean there = first.utteranceId() < utterances.size();
        return new Line(
                answer,
                name,
                there ? first.quoteFrom(utterances.get(first.utteranceId()).text()) : null,
                first.startMs());
    }

    public String name(View v) {
        return name == null ? evaluation.scorecard() : name.in(v.tag());
    }

    /** The total with what it covers, in words. */
    public String total(View v) {
        Double total = evaluation.total();
        if (total == null) {
            return v.t("evaluation.undetermined", v.format().number(evaluation.covered()));
        }
        String said = v.format().number(Math.round(total));
        Double without = evaluation.totalWithoutCritical();
        if (total == 0 && without != null && without > 0) {
            said = v.t("evaluation.critical", said, v.format().number(Math.round(without)));
        }
        return v.t("evaluation.total", said, v.format().number(evaluation.covered()));
    }
}
