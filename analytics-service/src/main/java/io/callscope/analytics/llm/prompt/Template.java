package io.callscope.analytics.llm.prompt;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places written as <code>{{name}}</code>. What is put in is never looked at again: words of a call that
 * look like a place stay words. Immutable.
 *
 * @param text as the file holds it
 */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    public Template {
        Objects.requireNonNull(text, "text");
    }

    /** The names of its places. */
    public Set<String> places() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * The text with its places filled.
     *
     * @throws IllegalArgumentException when a place has no value, naming the place
     */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("{{%s}}: expected a value".formatted(place.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
