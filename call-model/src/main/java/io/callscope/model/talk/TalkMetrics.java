package io.callscope.model.talk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How people talk in one call. Immutable. What cannot be known is null, never 0: in one channel nobody can hear who
 * speaks over whom, and without parties there is no share of either.
 *
 * @param durationMs length of the call, milliseconds
 * @param talkMs how long anybody speaks
 * @param talkRatio the agent's share of what both say, 0 to 1; null when nobody knows who speaks or nothing is said
 * @param timeToFirstWordMs when the first word is said, from the start of the call; null when none is
 * @param deadAir both are silent for longer than the site allows, between the first word and the last, and not on hold
 * @param hold the customer waits: music, or a long silence that the agent announced
 * @param overtalk both speak at once; null when that cannot be heard
 * @param overtalkRatio its share of the talk, 0 to 1; null likewise, or when nothing is said
 * @param interruptions overtalk that ends the other's turn, in order; null likewise
 * @param agent how the agent talks; null when nobody knows who speaks
 * @param customer how the customer talks; null likewise
 * @param end how the call ends
 */
public record TalkMetrics(
        long durationMs,
        long talkMs,
        @Nullable Double talkRatio,
        @Nullable Long timeToFirstWordMs,
        TalkStretches deadAir,
        TalkStretches hold,
        @Nullable TalkStretches overtalk,
        @Nullable Double overtalkRatio,
        @Nullable List<Interruption> interruptions,
        @Nullable PartyTalk agent,
        @Nullable PartyTalk customer,
        CallEnd end) {
    public TalkMetrics {
        Objects.requireNonNull(deadAir, "deadAir");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(end, "end");
        if (interruptions == null && overtalk != null) {
            // an empty list is not written: where overtalk can be heard, none was an interruption
            interruptions = List.of();
        }
        interruptions = interruptions == null ? null : List.copyOf(interruptions);
        requireShare("talk ratio", talkRatio);
        requireShare("overtalk ratio", overtalkRatio);
    }

    private static void requireShare(String what, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s %s: expected 0 to 1".formatted(what, value));
        }
    }
}
