package io.callscope.analytics.web.problem;

import java.util.List;
import java.util.Objects;

/** A request that cannot be answered, in words that both the API and the pages can say. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Object> arguments;
    private final String parameter;

    private ProblemException(ProblemType type, String parameter, List<Object> arguments) {
        super(type.id());
        this.type = Objects.requireNonNull(type, "type");
        this.parameter = parameter;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * @param arguments for the message {@code problem.<id>.detail}
     */
    public static ProblemException of(ProblemType type, Object... arguments) {
        return new ProblemException(type, "", List.of(arguments));
    }

    /** A parameter of the address that is not what was expected. */
    public static ProblemException badParameter(String name, String value, Expected expected) {
        return new ProblemException(ProblemType.BAD_PARAMETER, name, List.of(name, shortened(value), expected));
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }

    public ProblemType type() {
        return type;
    }

    /** The parameter that is wrong; empty when it is none. */
    public String parameter() {
        return parameter;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    /**
     * What a parameter should have been.
     *
     * @param key of the message that says it
     * @param arguments for the message
     */
    public record Expected(String key, List<String> arguments) {
        public static Expected of(String key, String... arguments) {
            return new Expected(key, List.of(arguments));
        }
    }
}
