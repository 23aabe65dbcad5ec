package io.callscope.analytics.tables;

/** A file of which no line can be read. */
public final class UnusableFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String value;
    private final String expected;

    public UnusableFileException(String what, String value, String expected) {
        super("%s \"%s\": expected %s".formatted(what, value, expected));
        this.what = what;
        this.value = value;
        this.expected = expected;
    }

    public String what() {
        return what;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }
}
