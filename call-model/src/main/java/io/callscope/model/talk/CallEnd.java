package io.callscope.model.talk;

import org.jspecify.annotations.Nullable;

/**
 * How a call ends.
 *
 * @param silenceMs from the last word to the end, milliseconds; null when nothing is said
 * @param sinceCustomerMs from the customer's last word to the end; null when he says nothing or nobody knows who speaks
 * @param farewell whether somebody says goodbye near the end; null when nobody knows how that is said in this language
 */
public record CallEnd(
        @Nullable Long silenceMs,
        @Nullable Long sinceCustomerMs,
        @Nullable Boolean farewell) {}
