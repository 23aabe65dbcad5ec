package io.callscope.analytics.codebook;

import java.util.List;
import java.util.stream.Collectors;

/** Configuration that cannot be used. The message lists every problem, one a line. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public InvalidConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
