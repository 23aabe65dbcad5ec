package io.callscope.analytics.classify;

/**
 * How much a call must have said, and how surely, to be judged. What has less is not enough evidence: a result of its
 * own, never "no barrier was heard".
 *
 * @param leastCustomerWords words of the customer, fillers left out, 1 to 100: a greeting and a "yes, hello" are no
 *     conversation; default 5
 * @param leastWords words of anybody where nobody knows who speaks: the agent's are among them, 1 to 500; default 12
 * @param leastConfidence mean confidence of recognition over the time spoken, 0 to 1: below it the words are guesses; 0 switches this off;
 *     default 0.45. An imported transcript without confidence is taken at its word
 */
public record EvidenceSettings(Integer leastCustomerWords, Integer leastWords, Double leastConfidence) {
    public EvidenceSettings {
        leastCustomerWords = leastCustomerWords == null ? 5 : leastCustomerWords;
        leastWords = leastWords == null ? 12 : leastWords;
        leastConfidence = leastConfidence == null ? 0.45 : leastConfidence;
        if (leastCustomerWords < 1 || leastCustomerWords > 100) {
            throw new IllegalArgumentException(
                    "leastCustomerWords %d: expected 1 to 100".formatted(leastCustomerWords));
        }
        if (leastWords < 1 || leastWords > 500) {
            throw new IllegalArgumentException("leastWords %d: expected 1 to 500".formatted(leastWords));
        }
        if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence %s: expected 0 to 1".formatted(leastConfidence));
        }
    }

    public static EvidenceSettings defaults() {
        return new EvidenceSettings(5, 12, 0.45);
    }

    /** A part of the classifier's version. */
    String key() {
        return "%d-%d-%s".formatted(leastCustomerWords, leastWords, leastConfidence);
    }
}
