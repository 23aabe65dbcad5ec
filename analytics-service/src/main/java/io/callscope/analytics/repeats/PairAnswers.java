package io.callscope.analytics.repeats;

import io.callscope.analytics.llm.pair.PairVerdict.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a language model answered about pairs of one customer's contacts. Immutable. */
final class PairAnswers {
    private static final PairAnswers NONE = new PairAnswers(Map.of());

    private final Map<Pair, Answer> answers;

    PairAnswers(Map<Pair, Answer> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** Nothing was asked. */
    static PairAnswers none() {
        return NONE;
    }

    /**
     * Two contacts.
     *
     * @param earlier id of the earlier one
     * @param later id of the later one
     */
    record Pair(String earlier, String later) {}

    /** The answer about two contacts, by their ids; null when there is none. */
    @Nullable
    Answer of(Contact earlier, Contact later) {
        return answers.get(new Pair(earlier.id(), later.id()));
    }
}
