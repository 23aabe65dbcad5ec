package io.callscope.analytics.llm;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.analysis.ModelReport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call was judged. Immutable.
 *
 * @param heard what was heard in it
 * @param classifier what heard it, such as {@code rules} or {@code hybrid}
 * @param classifierVersion everything that decides what it hears
 * @param report what a language model adds; null when none was asked, or it had no answer
 * @param unanswered why the model had no answer; null when it had one, or was not asked
 */
public record Judgement(
        Classification heard,
        String classifier,
        String classifierVersion,
        @Nullable ModelReport report,
        @Nullable Unanswered unanswered) {
    public Judgement {
        Objects.requireNonNull(heard, "heard");
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(classifierVersion, "classifierVersion");
    }

    /**
     * Why a model had no answer.
     *
     * @param detail for people: task, figures, what was expected; never words of the call
     */
    public record Unanswered(LlmFailure failure, String detail) {
        public Unanswered {
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** What a classifier says without a language model. */
    public static Judgement by(CallClassifier classifier, Classification heard) {
        return new Judgement(heard, classifier.kind(), classifier.version(), null, null);
    }

    /** The same, because a language model had no answer. */
    Judgement without(Unanswered reason) {
        return new Judgement(heard, classifier, classifierVersion, report, reason);
    }
}
