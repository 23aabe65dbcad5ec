package io.callscope.analytics.rules;

/**
 * A word of a call as the matcher sees it. Immutable.
 *
 * @param form lower case
 * @param numbers what it is in the vocabulary of the patterns
 * @param utteranceId the utterance it stands in
 * @param startChar first character in the utterance's text as written; that of the number or name it is part of
 * @param endChar one past the last
 * @param startMs when it begins, from the start of the call
 * @param endMs when it ends
 * @param filler says nothing
 * @param negation turns what follows into its opposite
 * @param conditional makes what follows a supposition
 * @param sentenceStart a full stop stands before it
 */
record Token(
        String form,
        WordNumbers numbers,
        int utteranceId,
        int startChar,
        int endChar,
        long startMs,
        long endMs,
        boolean filler,
        boolean negation,
        boolean conditional,
        boolean sentenceStart) {}
