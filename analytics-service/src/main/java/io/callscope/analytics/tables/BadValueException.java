package io.callscope.analytics.tables;

/** A value that is not what it should be. */
public final class BadValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public BadValueException(Problem problem) {
        super(problem.column());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
