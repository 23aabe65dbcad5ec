package io.callscope.analytics.llm.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text in words of letters and digits only: NFKC, lower case, "ё" as "е". Knows where each word stands in the text.
 * Immutable.
 */
final class NormalText {
    /** A word and the characters it stands for, the end being one past the last. */
    record Token(String form, int start, int end) {}

    private final List<Token> words;

    private NormalText(List<Token> words) {
        this.words = List.copyOf(words);
    }

    static NormalText of(String text) {
        List<Token> words = new ArrayList<>();
        StringBuilder form = new StringBuilder();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int length = Character.charCount(text.codePointAt(i));
            String normal = normal(text.substring(i, i + length));
            if (normal.isEmpty()) {
                add(words, form, start, i);
            } else {
                start = form.isEmpty() ? i : start;
                form.append(normal);
            }
            i += length;
        }
        add(words, form, start, text.length());
        return new NormalText(words);
    }

    private static void add(List<Token> words, StringBuilder form, int start, int end) {
        if (!form.isEmpty()) {
            words.add(new Token(form.toString(), start, end));
            form.setLength(0);
        }
    }

    private static String normal(String character) {
        String lower = Normalizer.normalize(character, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        StringBuilder letters = new StringBuilder();
        lower.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    List<Token> words() {
        return words;
    }

    int letters() {
        return words.stream().mapToInt(word -> word.form().length()).sum();
    }

    /** Some of the words with single spaces between them. */
    String joined(int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (Token word : words.subList(from, to)) {
            joined.append(joined.isEmpty() ? "" : " ").append(word.form());
        }
        return joined.toString();
    }
}
