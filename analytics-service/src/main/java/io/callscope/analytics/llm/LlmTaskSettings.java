package io.callscope.analytics.llm;

import io.callscope.kit.config.Bounds;

/**
 * How calls are put to a language model.
 *
 * @param contextTokens how many tokens prompt and answer may take together, 4,096 to 1,000,000; a longer call is asked
 *     about in parts; default 8,192
 * @param overlapTokens how many tokens of a part are repeated in the next, 0 to 2,000; default 200
 * @param recallNet what the rules hear and the model does not stays from this confidence on, 0 to 1; 1 leaves nothing of
 *     it; default 0.7, which a phrase of three words has
 * @param votes how often each question about barriers and drivers is asked, an odd number from 1 to 9; more than half of
 *     the answers must hold a code for it to make a mark, and their share is the mark's confidence; default 1
 */
public record LlmTaskSettings(Integer contextTokens, Integer overlapTokens, Double recallNet, Integer votes) {
    public LlmTaskSettings {
        contextTokens = contextTokens == null ? 8_192 : contextTokens;
        overlapTokens = overlapTokens == null ? 200 : overlapTokens;
        recallNet = recallNet == null ? 0.7 : recallNet;
        votes = votes == null ? 1 : votes;
        if (contextTokens < 4_096 || contextTokens > 1_000_000) {
            throw new IllegalArgumentException("contextTokens %d: expected 4096 to 1000000".formatted(contextTokens));
        }
        if (overlapTokens < 0 || overlapTokens > 2_000) {
            throw new IllegalArgumentException("overlapTokens %d: expected 0 to 2000".formatted(overlapTokens));
        }
        if (!(recallNet >= 0 && recallNet <= 1)) {
            throw new IllegalArgumentException("recallNet %s: expected 0 to 1".formatted(recallNet));
        }
        Bounds.requireRange("votes", votes, 1, 9);
        if (votes % 2 == 0) {
            throw new IllegalArgumentException(
                    "votes %d: expected an odd number, of which a half cannot be".formatted(votes));
        }
    }

    public static LlmTaskSettings defaults() {
        return new LlmTaskSettings(8_192, 200, 0.7, 1);
    }

    /** A part of the classifier's version. */
    String key() {
        String one = "%d-%d-%s".formatted(contextTokens, overlapTokens, recallNet);
        return votes == 1 ? one : one + "-" + votes;
    }
}
