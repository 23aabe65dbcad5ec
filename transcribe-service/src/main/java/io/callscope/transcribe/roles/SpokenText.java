package io.callscope.transcribe.roles;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words without case, punctuation and ё, each between blanks. Stateless. */
final class SpokenText {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}']+");

    private SpokenText() {}

    /** Such as {@code " how can i help "}; one blank when there is no word. */
    static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'');
        return " " + NO_WORD.matcher(lower).replaceAll(" ").strip() + " ";
    }
}
