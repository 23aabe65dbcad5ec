package io.callscope.analytics.web.problem;

import io.callscope.analytics.web.problem.ProblemException.Expected;
import java.util.function.Supplier;

/** Values of requests that check themselves. Stateless. */
public final class Valid {
    private static final String EXPECTED = ": expected ";

    private Valid() {}

    /**
     * The value; what is wrong with it, said as "what: expected what else", becomes a problem of a parameter.
     *
     * @throws ProblemException when it is refused
     */
    public static <T> T of(String parameter, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            String message = String.valueOf(wrong.getMessage());
            int cut = message.indexOf(EXPECTED);
            throw ProblemException.badParameter(
                    parameter,
                    cut < 0 ? "" : message.substring(0, cut),
                    Expected.of("expected.said", cut < 0 ? message : message.substring(cut + EXPECTED.length())));
        }
    }
}
