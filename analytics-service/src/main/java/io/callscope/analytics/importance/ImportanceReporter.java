package io.callscope.analytics.importance;

import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.importance.ImportanceQuestion.By;
import io.callscope.analytics.importance.ImportanceReport.Ends;
import io.callscope.analytics.importance.ImportanceReport.Factor;
import io.callscope.analytics.importance.ImportanceReport.QueueFigures;
import io.callscope.analytics.importance.ImportanceReport.Rare;
import io.callscope.analytics.importance.ImportanceReport.TeamFigures;
import io.callscope.analytics.importance.ImportanceReport.WithBarrier;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.statistics.Interval;
import io.callscope.statistics.importance.Importance;
import io.callscope.statistics.importance.ImportanceStudy;
import io.callscope.statistics.importance.Observations;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From answers to a report. Pure, immutable. */
final class ImportanceReporter {
    /** More answers than these make figures no surer and the page slow. */
    static final int MOST_ANSWERS = 5_000;

    /** Codes are many, so that each draw takes long. */
    private static final int DRAWS_OF_CODES = 200;

    private static final int DRAWS_OF_FORCES = 500;
    private static final ImportanceStudy USUAL = ImportanceStudy.USUAL;

    ImportanceReport report(
            Weeks weeks,
            ImportanceQuestion question,
            ForceReport calls,
            List<Answer> asked,
            List<QueueFigures> queues,
            List<TeamFigures> teams) {
        List<Answer> given =
                asked.stream().filter(answer -> answer.score() != null).toList();
        List<Answer> studied = given.subList(0, Math.min(MOST_ANSWERS, given.size()));
        Importance importance = study(question).of(observations(question, studied));
        boolean refused = importance.refusal() != null;
        Map<String, Share> inCalls = inCalls(question.by(), calls);
        return new ImportanceReport(
                weeks.first(),
                weeks.last(),
                weeks.count(),
                question,
                calls.calls(),
                Share.of(given.size(), asked.size(), 1),
                studied.size(),
                importance.clusters(),
                studied.isEmpty() ? null : importance.outcome(),
                id(importance.refusal()),
                refused ? null : importance.explained(),
                refused ? null : id(importance.method()),
                importance.predictors().stream()
                        .map(one -> new Factor(
                                one.name(),
                                inCalls.getOrDefault(one.name(), Share.of(0, calls.calls(), 1)),
                                one.frequency(),
                                one.share(),
                                ends(one.interval()),
                                one.slope(),
                                ends(one.slopeInterval()),
                                one.after(),
                                ends(one.afterInterval())))
                        .toList(),
                importance.leftOut().stream()
                        .map(one -> new Rare(one.name(), one.shown()))
                        .toList(),
                new WithBarrier(
                        withBarrier(given),
                        withBarrier(asked.stream()
                                .filter(answer -> answer.score() == null)
                                .toList()),
                        calls.barriers()),
                queues,
                teams);
    }

    private static ImportanceStudy study(ImportanceQuestion question) {
        int draws = question.by() == By.CODE ? DRAWS_OF_CODES : DRAWS_OF_FORCES;
        return new ImportanceStudy(
                draws, USUAL.confidence(), USUAL.fewest(), USUAL.rarest(), question.fall() / 100.0, USUAL.seed());
    }

    /** The word in JSON and messages. */
    private static @Nullable String id(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Ends ends(Interval interval) {
        return new Ends(interval.lower(), interval.upper());
    }

    private static Share withBarrier(List<Answer> answers) {
        long count =
                answers.stream().filter(answer -> !answer.codes().isEmpty()).count();
        return Share.of(count, answers.size(), 1);
    }

    private static Observations observations(ImportanceQuestion question, List<Answer> answers) {
        Set<String> names = new TreeSet<>();
        answers.forEach(answer -> answer.codes().forEach(code -> names.add(predictor(question.by(), code))));
        List<String> predictors = List.copyOf(names);
        double[][] columns = new double[predictors.size()][answers.size()];
        double[] outcome = new double[answers.size()];
        int[] customers = new int[answers.size()];
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < answers.size(); row++) {
            Answer answer = answers.get(row);
            Double score = answer.score();
            outcome[row] = score == null ? Double.NaN : question.outcome().value(score);
            customers[row] = numbers.computeIfAbsent(answer.customer(), customer -> numbers.size());
            for (String code : answer.codes()) {
                columns[predictors.indexOf(predictor(question.by(), code))][row] = 1;
            }
        }
        return new Observations(predictors, columns, outcome, customers);
    }

    /** A code's id begins with its force's. */
    private static String predictor(By by, String code) {
        return by == By.CODE ? code : code.substring(0, code.indexOf('.'));
    }

    private static Map<String, Share> inCalls(By by, ForceReport calls) {
        Map<String, Share> shares = new HashMap<>();
        if (by == By.FORCE) {
            calls.forces().forEach(force -> shares.put(force.force(), force.barriers()));
        } else {
            calls.codes().forEach(code -> shares.put(code.code(), code.share()));
        }
        return shares;
    }
}
