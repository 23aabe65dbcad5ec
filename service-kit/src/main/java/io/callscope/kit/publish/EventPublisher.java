package io.callscope.kit.publish;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;

/** Publishes events. Implementations are thread-safe. */
public interface EventPublisher {
    /**
     * Returns once the broker has acknowledged the event.
     *
     * @param topic one of {@link io.callscope.kit.topic.Topics}
     * @param callId the key
     * @param event a record of the call model
     * @throws RetryableException when the broker does not answer
     * @throws RejectedCallException EVENT_TOO_LARGE
     */
    void publish(String topic, CallId callId, Object event);
}
