package io.callscope.analytics.llm.pair;

import io.callscope.model.analysis.Evidence;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether two calls are about the same issue, by a model.
 *
 * @param earlier where the earlier call shows it; null unless they are
 * @param later where the later call shows it; null unless they are
 */
public record PairVerdict(
        Answer answer, @Nullable Evidence earlier, @Nullable Evidence later) {
    public PairVerdict {
        Objects.requireNonNull(answer, "answer");
        if ((answer == Answer.SAME) != (earlier != null && later != null)) {
            throw new IllegalArgumentException(
                    "answer %s: expected words of both calls exactly for SAME".formatted(answer));
        }
    }

    /** The answer. */
    public enum Answer {
        SAME,
        DIFFERENT,
        /** It cannot be told, or the model could not show it. */
        UNDECIDED;

        /** The word in the database. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PairVerdict same(Evidence earlier, Evidence later) {
        return new PairVerdict(Answer.SAME, earlier, later);
    }

    static PairVerdict different() {
        return new PairVerdict(Answer.DIFFERENT, null, null);
    }

    /** Nothing can be said of them. */
    public static PairVerdict undecided() {
        return new PairVerdict(Answer.UNDECIDED, null, null);
    }
}
