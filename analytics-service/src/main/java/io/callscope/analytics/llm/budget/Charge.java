package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.ask.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * What was set aside for one request; exactly one of its methods is called once the request is over. None of them fails
 * for want of a database: what could not be settled is charged in full later. Thread-safe.
 */
public interface Charge {
    /** A reply came. */
    void answered(TokenUsage usage, long nanos);

    /**
     * A reply came, and no answer was in it.
     *
     * @param usage what it took all the same; null when the endpoint does not say: then all that was set aside is
     *     charged
     */
    void failed(@Nullable TokenUsage usage, long nanos);

    /** Nothing reply-like came, and the endpoint may have worked for it: all that was set aside is charged. */
    void lost(long nanos);

    /** It was not sent, or was turned away: nothing is charged. */
    void free();

    /** Of a purse that remembers nothing. */
    Charge NONE = new Charge() {
        @Override
        public void answered(TokenUsage usage, long nanos) {}

        @Override
        public void failed(@Nullable TokenUsage usage, long nanos) {}

        @Override
        public void lost(long nanos) {}

        @Override
        public void free() {}
    };
}
