package io.callscope.transcribe.text;

import io.callscope.transcribe.text.numbers.NumberReader;
import io.callscope.transcribe.text.numbers.SpokenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One form of what may be written in several, so that a recogniser is charged with what it misheard and not with how it
 * spells: lower case, no punctuation, "е" for "ё", no fillers, English contractions taken apart, currency and percent
 * signs as their words.
 *
 * <p>Numbers, spoken or written, become one word per digit ("twenty dollars" and "$20" differ in the place of a word
 * only; "восемь девятьсот шестнадцать" and "8916" not at all): the grouping of a dictated number, which nobody hears,
 * then costs nothing, and a wrong digit costs one word. Both sides of a comparison go through the same version.
 * Stateless, thread-safe.
 */
public final class TextNormaliser {
    /** Names the rules: figures made by different versions are not comparable. */
    public static final String VERSION = "1";

    private TextNormaliser() {}

    /**
     * The words of a text in their one form.
     *
     * @param text as recognised or as a person wrote it down
     * @param language primary language subtag; languages other than {@code ru} and {@code en} keep their numerals and
     *     fillers
     */
    public static List<String> words(String text, String language) {
        Objects.requireNonNull(text, "text");
        List<String> spelled = SpellingForms.of(language).apply(text);
        NumberReader numbers = NumberReader.of(language);
        List<String> words = new ArrayList<>(spelled.size());
        int at = 0;
        while (at < spelled.size()) {
            SpokenNumber number = numbers.at(spelled, at);
            if (number == null) {
                words.add(spelled.get(at).replace("'", ""));
                at++;
            } else {
                (number.digits() + number.fraction()).chars().forEach(digit -> words.add(Character.toString(digit)));
                at = number.to();
            }
        }
        return words;
    }
}
