package io.callscope.analytics.llm;

import io.callscope.model.transcript.CallTranscribed;

/** Port: judges a call with everything that is configured for it. Implementations are thread-safe. */
@FunctionalInterface
public interface CallJudge {
    /**
     * Judges one call; may wait for a language model.
     *
     * @throws io.callscope.kit.failure.RetryableException when the language model is away; nothing was judged
     * @throws InterruptedException when the service stops
     */
    Judgement judge(CallTranscribed call) throws InterruptedException;
}
