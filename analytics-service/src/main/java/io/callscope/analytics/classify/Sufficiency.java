package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.OptionalDouble;

/** Whether there is anything to judge. */
final class Sufficiency {
    private static final String MACHINE = PatternTargets.SIGNAL + "machine-answer";

    private Sufficiency() {}

    static Verdict verdict(Findings findings, EvidenceSettings settings) {
        boolean unknown = findings.call().words(Party.UNKNOWN) > 0;
        int least = unknown ? settings.leastWords() : settings.leastCustomerWords();
        int words = findings.call().words(Party.CUSTOMER) + findings.call().words(Party.UNKNOWN);
        boolean machine = !findings.of(MACHINE).isEmpty();
        int live = machine ? words - findings.call().wordsOfPassages(findings.of(MACHINE)) : words;
        if (machine && live < least) {
            return Verdict.NO_LIVE_CUSTOMER;
        }
        return words < least ? Verdict.NOT_ENOUGH_EVIDENCE : Verdict.JUDGED;
    }

    /** Whether recognition was so unsure that its words are guesses. */
    static boolean isGuesswork(Transcript transcript, EvidenceSettings settings) {
        OptionalDouble confidence = transcript.confidence();
        return confidence.isPresent() && confidence.getAsDouble() < settings.leastConfidence();
    }
}
