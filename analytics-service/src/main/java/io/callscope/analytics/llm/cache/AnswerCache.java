package io.callscope.analytics.llm.cache;

import io.callscope.model.call.CallId;
import java.util.Optional;

/** Port: where answers are kept. Implementations are thread-safe. */
public interface AnswerCache {
    /**
     * @throws io.callscope.kit.failure.RetryableException when it cannot be read now
     */
    Optional<String> find(String key);

    /**
     * Keeps an answer; one that is kept already under the key stays.
     *
     * @param callId whose words are in it; it goes with the call
     * @throws io.callscope.kit.failure.RetryableException when it cannot be written down now
     */
    void keep(String key, CallId callId, String task, String answer);

    /**
     * Notes that an answer is of no use, which does not keep it from being found.
     *
     * @throws io.callscope.kit.failure.RetryableException when it cannot be written down now
     */
    void unusable(String key);

    /**
     * Forgets such answers of a call, so that they are asked for anew.
     *
     * @throws io.callscope.kit.failure.RetryableException when it cannot be written down now
     */
    void forgetUnusable(CallId callId);
}
