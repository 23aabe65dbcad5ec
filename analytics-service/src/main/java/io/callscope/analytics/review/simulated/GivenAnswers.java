package io.callscope.analytics.review.simulated;

import io.callscope.analytics.review.ReviewAnswer;
import io.callscope.analytics.review.ReviewScale;
import io.callscope.analytics.review.Subject;
import io.callscope.analytics.review.pairs.PairAnswer;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.model.analysis.Force;
import io.callscope.model.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a controller says who errs now and then: that a criterion is met which is not, or the other way round, that there
 * is a barrier where there is none, or misses one. What does not apply, and what nobody can tell, he never gets wrong.
 * Not thread-safe.
 */
final class GivenAnswers {
    private static final int SEVERITY = 2;

    private final double errs;
    private final SplittableRandom random;

    GivenAnswers(double errs, SplittableRandom random) {
        this.errs = errs;
        this.random = random;
    }

    private boolean errs() {
        return random.nextDouble() < errs;
    }

    /** A whole review. */
    List<ReviewAnswer> review(ReviewScale scale, CallTruth truth) {
        List<ReviewAnswer> answers = new ArrayList<>();
        for (String criterion : scale.criteria()) {
            answers.add(ReviewAnswer.of(
                    Subject.CRITERION,
                    criterion,
                    said(truth.criteria().getOrDefault(criterion, Answer.UNSCORED))
                            .id()));
        }
        for (Force force : Force.values()) {
            force(answers, force, scale.codes().getOrDefault(force, Set.of()), truth);
        }
        boolean repeats = truth.repeats() ^ errs();
        answers.add(ReviewAnswer.of(Subject.REPEAT, "", yesNo(repeats)));
        if (repeats && truth.cause() != null && scale.causes().contains(truth.cause())) {
            answers.add(ReviewAnswer.of(Subject.CAUSE, truth.cause(), yesNo(true)));
        }
        answers.add(ReviewAnswer.of(Subject.RESOLUTION, "", truth.resolution().id()));
        answers.add(ReviewAnswer.of(Subject.RECOGNITION, "", "good"));
        return answers;
    }

    private Answer said(Answer truth) {
        boolean errs = errs();
        return switch (truth) {
            case MET -> errs ? Answer.NOT_MET : Answer.MET;
            case NOT_MET -> errs ? Answer.MET : Answer.NOT_MET;
            case NOT_APPLICABLE, UNSCORED -> truth;
        };
    }

    private void force(List<ReviewAnswer> answers, Force force, Set<String> known, CallTruth truth) {
        List<String> codes = truth.barriers().stream().filter(known::contains).toList();
        boolean barrier = !codes.isEmpty() ^ (errs() && !known.isEmpty());
        answers.add(new ReviewAnswer(
                Subject.FORCE, force.id(), yesNo(barrier), barrier ? Integer.valueOf(SEVERITY) : null, null, null));
        if (barrier) {
            (codes.isEmpty() ? List.of(any(List.copyOf(known))) : codes)
                    .forEach(code -> answers.add(ReviewAnswer.of(Subject.CODE, code, yesNo(true))));
        }
    }

    /**
     * Whether the call repeats one of the earlier ones.
     *
     * @param earlier those he is shown, the latest first
     * @param causes ids of all
     */
    PairAnswer pair(CallTruth truth, List<CallId> earlier, Set<String> causes) {
        boolean repeats = truth.repeats() ^ (errs() && !earlier.isEmpty());
        if (!repeats) {
            return new PairAnswer(false, null, null);
        }
        if (!truth.repeats()) {
            return new PairAnswer(true, earlier.get(0), any(List.copyOf(causes)));
        }
        String cause = truth.cause();
        if (cause != null && errs()) {
            cause = any(List.copyOf(causes));
        }
        return new PairAnswer(true, named(truth.of(), earlier), cause != null && causes.contains(cause) ? cause : null);
    }

    private static @Nullable CallId named(@Nullable String of, List<CallId> earlier) {
        return earlier.stream()
                .filter(call -> call.value().equals(of))
                .findFirst()
                .orElse(null);
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
