package io.callscope.transcribe.text.correct;

import io.callscope.transcribe.text.token.TextToken;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A name or product and what a recogniser makes of it. Immutable.
 *
 * @param written as it is to be written; a "*" at its end takes the ending of the recognised word
 * @param said the words that stand for it, each one or more words; a "*" at the end of the last word stands for any
 *     ending of up to three letters
 */
public record Correction(String written, List<String> said) {
    private static final String ENDING = "*";

    public Correction {
        Objects.requireNonNull(written, "written");
        said = said == null ? List.of() : List.copyOf(said);
        if (written.isBlank() || written.equals(ENDING)) {
            throw new IllegalArgumentException("written \"%s\": expected a name".formatted(written));
        }
        if (said.isEmpty()) {
            throw new IllegalArgumentException(
                    "written \"%s\": expected said with at least one form".formatted(written));
        }
        if (written.chars().filter(c -> c == '*').count() > (written.endsWith(ENDING) ? 1 : 0)) {
            throw new IllegalArgumentException("written \"%s\": expected \"*\" at the end only".formatted(written));
        }
        Set<List<String>> known = new HashSet<>();
        for (String form : said) {
            List<String> words = words(form);
            boolean starred = form.indexOf('*') >= 0;
            if (words.isEmpty() || starred && form.indexOf('*') != form.length() - 1) {
                throw new IllegalArgumentException(
                        "said \"%s\" of \"%s\": expected words, \"*\" at the end only".formatted(form, written));
            }
            if (written.endsWith(ENDING) && !starred) {
                throw new IllegalArgumentException(
                        "said \"%s\" of \"%s\": expected \"*\" at the end, whose letters \"*\" of the name takes"
                                .formatted(form, written));
            }
            if (!known.add(words)) {
                throw new IllegalArgumentException("said \"%s\" of \"%s\": given twice".formatted(form, written));
            }
        }
    }

    /** The words of a form as they are looked up. */
    static List<String> words(String form) {
        return TextToken.of(form).stream().map(TextToken::form).toList();
    }

    /** What is written for a recognised word whose ending is given. */
    String written(String ending) {
        return written.endsWith(ENDING) ? written.substring(0, written.length() - 1) + ending : written;
    }
}
