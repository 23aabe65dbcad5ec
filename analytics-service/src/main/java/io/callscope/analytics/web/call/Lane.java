package io.callscope.analytics.web.call;

import io.callscope.model.call.Party;

/**
 * One speaker of the timeline: when he talks, and how loud his channel is.
 *
 * @param party who it is
 * @param channel audio channel, from 0
 * @param talkMs how long he talks
 * @param talkPath the columns in which he talks
 * @param wavePath how loud the channel is; empty when that was not measured
 */
public record Lane(Party party, int channel, long talkMs, String talkPath, String wavePath) {
    /** Height, in pixels. */
    static final int HEIGHT = 30;

    /** Between the first lane and the second: where both talk at once. */
    static final int BETWEEN = 9;

    /** The first lane stands on its base line and the others hang from theirs, so that both parties face each other. */
    static int base(int place) {
        return place == 0 ? HEIGHT : HEIGHT + BETWEEN + (place - 1) * (HEIGHT + 2);
    }

    static int top(int place) {
        return place == 0 ? 0 : base(place);
    }
}
