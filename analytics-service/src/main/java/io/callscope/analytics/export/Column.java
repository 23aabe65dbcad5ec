package io.callscope.analytics.export;

/**
 * A column of a table.
 *
 * @param title its first line
 * @param width in characters, 1 to 100
 */
public record Column(String title, int width) {
    public Column {
        if (title.isBlank() || width < 1 || width > 100) {
            throw new IllegalArgumentException(
                    "column \"%s\" of %d characters: expected a title and 1 to 100".formatted(title, width));
        }
    }
}
