package io.callscope.analytics.codebook;

/**
 * Something wrong in a configuration file.
 *
 * @param path file and place in it, such as {@code codebook/certainty.yaml: codes[2].owner}
 * @param value what stands there
 * @param expected what should; names the nearest valid word where there is one
 */
public record ConfigProblem(String path, String value, String expected) {
    @Override
    public String toString() {
        return value.isEmpty()
                ? "%s: expected %s".formatted(path, expected)
                : "%s: found \"%s\", expected %s".formatted(path, value, expected);
    }
}
