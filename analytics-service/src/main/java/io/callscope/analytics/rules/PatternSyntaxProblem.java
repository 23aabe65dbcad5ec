package io.callscope.analytics.rules;

/** A pattern cannot be read. The message says what was expected. */
public final class PatternSyntaxProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    PatternSyntaxProblem(int column, String message) {
        super(message);
        this.column = column;
    }

    /** Place in the line, from 1. */
    public int column() {
        return column;
    }
}
