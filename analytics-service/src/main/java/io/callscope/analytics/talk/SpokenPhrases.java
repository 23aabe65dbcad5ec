package io.callscope.analytics.talk;

import java.util.List;
import java.util.Locale;

/** Finds whole phrases in what was said, whatever the case and the marks between words. Immutable. */
final class SpokenPhrases {
    private final List<String> phrases;

    SpokenPhrases(List<String> phrases) {
        this.phrases = phrases.stream().map(SpokenPhrases::normal).toList();
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    boolean areIn(String text) {
        if (phrases.isEmpty()) {
            return false;
        }
        String said = normal(text);
        return phrases.stream().anyMatch(said::contains);
    }

    /** Lower case, "ё" as "е", one space around each word. */
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(" ");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                normal.append(c == 'ё' || c == 'Ё' ? 'е' : c);
            } else if (c != '\'' && c != '’' && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        }
        if (normal.charAt(normal.length() - 1) != ' ') {
            normal.append(' ');
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
