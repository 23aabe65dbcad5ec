package io.callscope.analytics.promises.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An utterance made even for reading terms: lower case, words divided by one space, numbers as digits, a full stop as a
 * word of its own. Knows where each of its words stands in the utterance. Immutable.
 */
final class TermText {
    private static final Pattern WORD = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[.:/]\\d{1,2}(?:[./]\\d{2,4})?(?!\\d)|\\d+(?:-?(?:го|ого|е|ое|му|ому|st|nd|rd|th)(?!\\p{L}))?"
                    + "|\\p{L}+(?:['’]\\p{L}+)?|[.?!]+(?=\\s|$)|(?<=\\d)\\s?[-–—]\\s?(?=\\d)|%");

    private final String text;
    private final List<Integer> begins;
    private final List<RawWord> words;

    /** A word of the utterance, or several that are one number. */
    record RawWord(String form, int startChar, int endChar) {}

    /** Turns words into digits. */
    interface Numbers {
        List<RawWord> written(List<RawWord> words);
    }

    private TermText(List<RawWord> words) {
        this.words = List.copyOf(words);
        this.begins = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (RawWord word : words) {
            if (!joined.isEmpty()) {
                joined.append(' ');
            }
            begins.add(joined.length());
            joined.append(word.form());
        }
        this.text = joined.toString();
    }

    static TermText of(String utterance, Numbers numbers) {
        List<RawWord> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(utterance);
        while (matcher.find()) {
            words.add(new RawWord(form(matcher.group()), matcher.start(), matcher.end()));
        }
        return new TermText(numbers.written(words));
    }

    private static String form(String said) {
        String form = said.strip().toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'');
        if (form.matches("[-–—]")) {
            return "-";
        }
        return form.matches("[.?!]+") ? "." : form;
    }

    String text() {
        return text;
    }

    /** The first character in the utterance of the word at a place of the even text. */
    int startChar(int place) {
        return words.get(wordAt(place)).startChar();
    }

    /** One past the last character in the utterance of the word before a place of the even text. */
    int endChar(int place) {
        return words.get(wordAt(Math.max(0, place - 1))).endChar();
    }

    private int wordAt(int place) {
        int word = 0;
        while (word + 1 < begins.size() && begins.get(word + 1) <= place) {
            word++;
        }
        return word;
    }
}
