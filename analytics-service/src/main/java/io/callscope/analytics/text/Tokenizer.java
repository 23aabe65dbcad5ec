package io.callscope.analytics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words: lower case, "ё" as "е", hyphens cut, English contractions taken apart ("don't" is "do" and
 * "not", both at the place of the whole). Stateless, thread-safe.
 */
public final class Tokenizer {
    private static final Set<String> S_IS_IS = Set.of(
            "it",
            "that",
            "this",
            "what",
            "he",
            "she",
            "there",
            "where",
            "who",
            "how",
            "here",
            "everything",
            "nothing",
            "nobody");

    private Tokenizer() {}

    /** The words of a text in their order. */
    public static List<RawToken> tokens(String text) {
        List<RawToken> tokens = new ArrayList<>();
        boolean sentenceStart = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                sentenceStart |= ".!?…;".indexOf(c) >= 0 && !tokens.isEmpty();
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && inWord(text, i)) {
                i++;
            }
            add(tokens, text.substring(start, i), start, i, sentenceStart);
            sentenceStart = false;
        }
        return tokens;
    }

    private static boolean inWord(String text, int i) {
        char c = text.charAt(i);
        boolean apostrophe = c == '\'' || c == '’';
        return Character.isLetterOrDigit(c)
                || apostrophe && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private static void add(List<RawToken> tokens, String word, int start, int end, boolean sentenceStart) {
        String form = word.toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'');
        int apostrophe = form.indexOf('\'');
        if (form.equals("cannot")) {
            tokens.add(new RawToken("can", start, end, sentenceStart));
            tokens.add(new RawToken("not", start, end, false));
            return;
        }
        if (apostrophe < 0) {
            tokens.add(new RawToken(form, start, end, sentenceStart));
            return;
        }
        boolean first = true;
        for (String part : takenApart(form, apostrophe)) {
            tokens.add(new RawToken(part, start, end, sentenceStart && first));
            first = false;
        }
    }

    private static List<String> takenApart(String form, int apostrophe) {
        if (form.equals("can't")) {
            return List.of("can", "not");
        }
        if (form.equals("won't")) {
            return List.of("will", "not");
        }
        if (form.endsWith("n't")) {
            return List.of(form.substring(0, form.length() - 3), "not");
        }
        String head = form.substring(0, apostrophe);
        return switch (form.substring(apostrophe + 1)) {
            case "ve" -> List.of(head, "have");
            case "re" -> List.of(head, "are");
            case "m" -> List.of(head, "am");
            case "ll" -> List.of(head, "will");
            case "d" -> List.of(head, "would");
            case "s" -> S_IS_IS.contains(head) ? List.of(head, "is") : List.of(head);
            default -> List.of(form.replace("'", ""));
        };
    }
}
