package io.callscope.transcribe.text.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A run of letters or a run of digits in a text. Immutable.
 *
 * @param form lower case, "е" for "ё", a straight apostrophe
 * @param start its first character in the text
 * @param end one past its last
 */
public record TextToken(String form, int start, int end) {
    public TextToken {
        Objects.requireNonNull(form, "form");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("token at %d to %d: expected 0 <= start < end".formatted(start, end));
        }
    }

    /** The letters and digits of a text in order; an apostrophe between letters belongs to them. */
    public static List<TextToken> of(String text) {
        List<TextToken> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            if (isDigit(text.charAt(i))) {
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
            } else {
                while (i < text.length() && inWord(text, start, i)) {
                    i++;
                }
            }
            if (i == start) {
                i++;
            } else {
                tokens.add(new TextToken(form(text.substring(start, i)), start, i));
            }
        }
        return tokens;
    }

    /** How a word is looked up. */
    public static String form(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'');
    }

    /** Whether it is written in digits. */
    public boolean digits() {
        return isDigit(form.charAt(0));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) && !isDigit(c);
    }

    private static boolean inWord(String text, int start, int i) {
        char c = text.charAt(i);
        if (isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK && i > start) {
            return true;
        }
        boolean apostrophe = c == '\'' || c == '’';
        return apostrophe && i > start && i + 1 < text.length() && isLetter(text.charAt(i + 1));
    }
}
