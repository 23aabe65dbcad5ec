package io.callscope.model.analysis;

import java.util.Objects;

/**
 * Words of the transcript that a mark, a signal or a flag stands on.
 *
 * @param utteranceId the utterance
 * @param startChar first character of the words in the utterance's text, from 0
 * @param endChar one past the last character
 * @param startMs when the words begin, from the start of the call, milliseconds
 * @param endMs when they end
 */
public record Evidence(int utteranceId, int startChar, int endChar, long startMs, long endMs) {
    public Evidence {
        if (utteranceId < 0 || startChar < 0 || endChar < startChar || startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException("evidence %d[%d,%d) at %d to %d ms: expected 0 <= start <= end"
                    .formatted(utteranceId, startChar, endChar, startMs, endMs));
        }
    }

    /** The words themselves. */
    public String quoteFrom(String utteranceText) {
        Objects.requireNonNull(utteranceText, "utteranceText");
        int end = Math.min(endChar, utteranceText.length());
        return utteranceText.substring(Math.min(startChar, end), end);
    }
}
