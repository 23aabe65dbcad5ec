package io.callscope.transcribe.text.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts of a million and more that a source writes in digits, written with words for their scales: "1 миллион 500
 * тысяч" is read faster than 1500000, and no seven digits in a row are left in a text. Stateless.
 */
public final class LongAmounts {
    private static final Pattern LONG =
            Pattern.compile("(?<![\\d.,])(?:\\d{1,3}(?:[ \\u00a0\\u202f,.']\\d{3}){2,}|\\d{7,12})(?!\\d)");
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private LongAmounts() {}

    /**
     * One of them.
     *
     * @param start its first character
     * @param end one past its last
     * @param text how it is written
     */
    public record LongAmount(int start, int end, String text) {}

    /** Those of a text in a language, in order. */
    public static List<LongAmount> in(String text, String language) {
        List<LongAmount> amounts = new ArrayList<>();
        Matcher found = LONG.matcher(text);
        while (found.find()) {
            String digits = found.group().replaceAll("\\D", "");
            if (digits.length() <= 12) {
                amounts.add(new LongAmount(found.start(), found.end(), scaled(Long.parseLong(digits), language)));
            }
        }
        return amounts;
    }

    private static String scaled(long value, String language) {
        boolean russian = language.equals("ru");
        StringBuilder text = new StringBuilder();
        add(text, value / BILLION, russian ? "миллиард миллиарда миллиардов" : "billion billion billion");
        add(text, value % BILLION / MILLION, russian ? "миллион миллиона миллионов" : "million million million");
        add(text, value % MILLION / 1000, russian ? "тысяча тысячи тысяч" : "thousand thousand thousand");
        add(text, value % 1000, "");
        return text.isEmpty() ? "0" : text.toString().strip();
    }

    /** With the form of the scale that its number takes: one, two to four, more. */
    private static void add(StringBuilder text, long count, String forms) {
        if (count == 0) {
            return;
        }
        text.append(count).append(' ');
        if (!forms.isEmpty()) {
            boolean teen = count % 100 / 10 == 1;
            int form = teen || count % 10 == 0 || count % 10 > 4 ? 2 : count % 10 == 1 ? 0 : 1;
            text.append(forms.split(" ")[form]).append(' ');
        }
    }
}
