package io.callscope.analytics.llm.ask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a question got no usable answer. Closed: it is a metric's tag, a reason of parked calls and a word on the pages. */
public enum LlmFailure {
    /** The answer is no JSON, also after one repair. */
    GARBAGE,
    /** The answer is JSON of another shape than was asked for, also after one repair. */
    WRONG_SCHEMA,
    /** The answer was cut off at its greatest length. */
    CUT_OFF,
    /** There is no answer in the reply. */
    EMPTY,
    /** The model, or the endpoint's filter, declined to answer. */
    REFUSED,
    /** The endpoint says that the request is wrong; the same one would be refused again. */
    BAD_REQUEST,
    /** The prompt is longer than the model's window. */
    TOO_LONG,
    /** A model within the process did not answer in time; it would take as long again. */
    TOO_SLOW,
    /** The call has used up what one call may cost. */
    CALL_BUDGET,
    /** The day's budget is used up. */
    DAY_BUDGET;

    /** The word for this value in metrics, the database and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value with this {@link #id()}, if there is one. */
    public static Optional<LlmFailure> ofId(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
