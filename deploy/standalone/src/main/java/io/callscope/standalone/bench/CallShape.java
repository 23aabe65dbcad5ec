package io.callscope.standalone.bench;

/**
 * How made-up calls are spread, and how much is said in them.
 *
 * @param days over which they are spread evenly, from 1
 * @param utterances of a call, 6 to 12: evidence points to the sixth
 */
record CallShape(int days, int utterances) {
    /** As many words as a call's page has to show. */
    static final CallShape OF_PAGES = new CallShape(28, MadeUpCall.MOST_UTTERANCES);

    /** A year with a week to spare, so that 52 weeks of it are closed; few words, which reports do not read. */
    static final CallShape OF_REPORTS = new CallShape(7 * 54, 6);

    CallShape {
        if (days < 1 || utterances < 6 || utterances > MadeUpCall.MOST_UTTERANCES) {
            throw new IllegalArgumentException("%d days, %d utterances: expected from 1, and 6 to %d"
                    .formatted(days, utterances, MadeUpCall.MOST_UTTERANCES));
        }
    }
}
