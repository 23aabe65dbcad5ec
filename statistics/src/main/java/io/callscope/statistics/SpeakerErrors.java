package io.callscope.statistics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Word errors of a conversation, with regard to who spoke. Stateless, thread-safe. */
public final class SpeakerErrors {
    private SpeakerErrors() {}

    /**
     * Everybody's words against the words that were given to the same role: a word given to the wrong party counts
     * twice, as missing here and as too much there. For checks such as "did the agent greet" the role matters, so this
     * is the figure to look at and not {@link #leastPermutation}. Words of a role that one side lacks are all errors.
     */
    public static <R> ErrorCounts roleFixed(Map<R, List<String>> reference, Map<R, List<String>> hypothesis) {
        Set<R> roles = new LinkedHashSet<>(reference.keySet());
        roles.addAll(hypothesis.keySet());
        return roles.stream()
                .map(role -> WordAligner.align(
                                reference.getOrDefault(role, List.of()), hypothesis.getOrDefault(role, List.of()))
                        .counts())
                .reduce(ErrorCounts.EMPTY, ErrorCounts::plus);
    }

    /**
     * cpWER: each speaker's words put together, and speakers of both sides matched so that the errors are the fewest.
     * A speaker without a match is all deletions or all insertions.
     *
     * @param reference shape speakers × words
     * @param hypothesis shape speakers × words; another number of speakers is fine
     * @see <a href="https://arxiv.org/abs/2004.09249">Watanabe et al. 2020 (CHiME-6)</a>
     */
    public static ErrorCounts leastPermutation(List<List<String>> reference, List<List<String>> hypothesis) {
        int[] matched = match(reference, hypothesis);
        ErrorCounts sum = ErrorCounts.EMPTY;
        for (int i = 0; i < matched.length; i++) {
            sum = sum.plus(WordAligner.align(wordsOf(reference, i), wordsOf(hypothesis, matched[i]))
                    .counts());
        }
        return sum;
    }

    /**
     * The match behind {@link #leastPermutation}: the speaker of the hypothesis for each of the reference.
     *
     * @return as many places as the side with more speakers has; a number beyond either side stands for nobody
     */
    public static int[] match(List<List<String>> reference, List<List<String>> hypothesis) {
        int speakers = Math.max(reference.size(), hypothesis.size());
        long[][] errors = new long[speakers][speakers];
        for (int i = 0; i < speakers; i++) {
            for (int j = 0; j < speakers; j++) {
                errors[i][j] = WordAligner.align(wordsOf(reference, i), wordsOf(hypothesis, j))
                        .counts()
                        .errors();
            }
        }
        return Assignment.least(errors);
    }

    private static List<String> wordsOf(List<List<String>> speakers, int speaker) {
        return speaker < speakers.size() ? speakers.get(speaker) : List.of();
    }
}
