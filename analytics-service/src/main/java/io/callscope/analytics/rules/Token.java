package io.callscope.analytics.rules;

/**
 * A word of a call as the matcher sees it. Immutable.
 *
 * @param word what it is wherever it stands
 * @param utteranceId the utterance it stands in
 * @param startChar first character in the utterance's text as written; that of the number or name it is part of
 * @param endChar one past the last
 * @param startMs when it begins, from the start of the call
 * @param endMs when it ends
 * @param conditional makes what follows a supposition
 * @param sentenceStart a full stop stands before it
 */
record Token(
        SpokenWord word,
        int utteranceId,
        int startChar,
        int endChar,
        long startMs,
        long endMs,
        boolean conditional,
        boolean sentenceStart) {
    /** Whether it is one of a set. */
    boolean isIn(int set) {
        return word.sets().has(set);
    }

    /** Whether it says nothing. */
    boolean filler() {
        return word.filler();
    }

    /** Whether it turns what follows into its opposite. */
    boolean negation() {
        return word.negation();
    }
}
