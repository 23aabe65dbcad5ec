package io.callscope.analytics.accuracy.learn;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.Label;
import java.util.Map;
import java.util.Objects;

/**
 * What people say of a call that was drawn to mend the machine with, once nobody has still to score it.
 *
 * @param callId the call
 * @param people what they say of forces and codes; nothing of what they did not speak of
 */
public record TuningCall(String callId, Map<Item, Label> people) {
    public TuningCall {
        Objects.requireNonNull(callId, "callId");
        people = Map.copyOf(people);
    }
}
