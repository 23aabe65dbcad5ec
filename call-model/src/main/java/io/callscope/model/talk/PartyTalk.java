package io.callscope.model.talk;

import org.jspecify.annotations.Nullable;

/**
 * How one party talks. What cannot be known is null, never 0.
 *
 * @param speechMs how long he speaks, the pauses between his words left out, milliseconds
 * @param firstWordMs when he says his first word, from the start of the call; null when he says nothing
 * @param speechRateWpm words a minute of his speech; null when he speaks too little to say
 * @param longestMonologueMs how long he speaks at most without being answered
 * @param interruptions how often he cuts the other short; null when that cannot be heard, as in one channel
 * @param loudnessDbfs how loud he is while he speaks, decibels relative to full scale; null when it was not measured or
 *     he shares his channel
 */
public record PartyTalk(
        long speechMs,
        @Nullable Long firstWordMs,
        @Nullable Double speechRateWpm,
        long longestMonologueMs,
        @Nullable Integer interruptions,
        @Nullable Double loudnessDbfs) {
    public PartyTalk {
        if (speechMs < 0 || longestMonologueMs < 0) {
            throw new IllegalArgumentException("speech of %d ms, longest monologue %d ms: expected none negative"
                    .formatted(speechMs, longestMonologueMs));
        }
    }
}
