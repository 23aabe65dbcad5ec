package io.callscope.analytics.text;

/**
 * A word of an utterance.
 *
 * @param form lower case, without "ё"
 * @param startChar first character in the utterance's text
 * @param endChar one past the last character
 * @param sentenceStart true when a full stop, question or exclamation mark stands before it
 */
public record RawToken(String form, int startChar, int endChar, boolean sentenceStart) {}
