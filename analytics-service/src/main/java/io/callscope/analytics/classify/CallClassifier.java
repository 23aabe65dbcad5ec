package io.callscope.analytics.classify;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;

/**
 * Port: hears in a transcript what helps and what hinders the customer. Implementations are thread-safe and give the
 * same answer to the same question.
 */
public interface CallClassifier {
    /** Judges one call; a call that cannot be judged is a {@link Classification} too, never an exception. */
    Classification classify(CallMetadata metadata, Transcript transcript);

    /** What the classifier is, such as {@code rules}; stands on every mark. */
    String kind();

    /** Version of its code and language resources; part of each result's version. */
    String version();
}
