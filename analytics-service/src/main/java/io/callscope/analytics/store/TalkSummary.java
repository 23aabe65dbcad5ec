package io.callscope.analytics.store;

import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What lists need of how people talk in a call. What cannot be known is null.
 *
 * @param talkRatio the agent's share of what both say, 0 to 1
 * @param deadAirLongestMs the longest dead air; 0 when there is none
 * @param deadAirMs all dead air together
 * @param holdMs all hold together
 * @param overtalkRatio share of the talk in which both speak, 0 to 1
 * @param agentInterruptions how often the agent cuts the customer short
 */
public record TalkSummary(
        @Nullable Double talkRatio,
        long deadAirLongestMs,
        long deadAirMs,
        long holdMs,
        @Nullable Double overtalkRatio,
        @Nullable Integer agentInterruptions) {
    static TalkSummary of(TalkMetrics talk) {
        PartyTalk agent = talk.agent();
        return new TalkSummary(
                talk.talkRatio(),
                talk.deadAir().longestMs(),
                talk.deadAir().totalMs(),
                talk.hold().totalMs(),
                talk.overtalkRatio(),
                agent == null ? null : agent.interruptions());
    }
}
