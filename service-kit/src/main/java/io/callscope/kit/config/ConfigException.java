package io.callscope.kit.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong with it. Ends the process with exit code 2. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param path where, such as {@code kafka.partitions}; empty for the document itself
     * @param message the value and what was expected
     */
    public record Problem(String path, String message) {
        @Override
        public String toString() {
            return path.isEmpty() ? message : path + ": " + message;
        }
    }

    private final transient List<Problem> problems;

    public ConfigException(String source, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", source + ": " + counted(problems.size()) + "\n", "")));
        this.problems = List.copyOf(problems);
    }

    private static String counted(int count) {
        return count == 1 ? "1 problem" : count + " problems";
    }

    public List<Problem> problems() {
        return problems;
    }
}
