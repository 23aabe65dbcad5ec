package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;

/** Whether there is anything to judge. */
final class Sufficiency {
    private static final String MACHINE = PatternTargets.SIGNAL + "machine-answer";
    /** A greeting and a "yes, hello" are no conversation. */
    private static final int LEAST_CUSTOMER_WORDS = 5;
    /** In one channel the agent's words are among them. */
    private static final int LEAST_WORDS_OF_UNKNOWN = 12;

    private Sufficiency() {}

    static Verdict verdict(Findings findings) {
        boolean unknown = findings.call().words(Party.UNKNOWN) > 0;
        int least = unknown ? LEAST_WORDS_OF_UNKNOWN : LEAST_CUSTOMER_WORDS;
        int words = findings.call().words(Party.CUSTOMER) + findings.call().words(Party.UNKNOWN);
        boolean machine = !findings.of(MACHINE).isEmpty();
        int live = machine ? words - findings.call().wordsOfPassages(findings.of(MACHINE)) : words;
        if (machine && live < least) {
            return Verdict.NO_LIVE_CUSTOMER;
        }
        return words < least ? Verdict.NOT_ENOUGH_EVIDENCE : Verdict.JUDGED;
    }
}
