package io.callscope.analytics.classify;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;

/** Says why the rules hear what they hear in a call. */
@FunctionalInterface
public interface Explainer {
    /**
     * What fires, and what becomes of it.
     *
     * @throws IllegalArgumentException when there are no patterns for the call's language
     */
    Explanation explain(CallMetadata metadata, Transcript transcript);
}
