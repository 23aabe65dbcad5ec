package io.callscope.analytics.accuracy.learn;

import java.util.List;

/**
 * Everything that people say of calls that were drawn to mend the machine with. Evaluation calls are not among them, not
 * even of weeks that were opened.
 *
 * @param calls by call
 * @param simulated whether no person gave any of the reviews
 */
public record Tuning(List<TuningCall> calls, boolean simulated) {
    public Tuning {
        calls = List.copyOf(calls);
    }

    /** Of a site where nobody scored such a call. */
    public static Tuning none() {
        return new Tuning(List.of(), false);
    }
}
