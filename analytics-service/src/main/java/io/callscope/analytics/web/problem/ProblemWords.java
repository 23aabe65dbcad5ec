package io.callscope.analytics.web.problem;

import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.text.Messages;

/** Says a problem in a language. Stateless. */
public final class ProblemWords {
    private ProblemWords() {}

    /** What is wrong, in general. */
    public static String title(ProblemException problem, Messages messages) {
        return messages.get("problem." + problem.type().id() + ".title");
    }

    /** What is wrong here, and what to do. */
    public static String detail(ProblemException problem, Messages messages) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> argument instanceof Expected expected
                        ? messages.get(expected.key(), expected.arguments().toArray())
                        : argument)
                .toArray();
        return messages.get("problem." + problem.type().id() + ".detail", arguments);
    }
}
