package io.callscope.analytics.promises.terms;

import io.callscope.analytics.promises.terms.TermText.RawWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that terms are said with, as digits; "fifteenth" becomes "15th", "half an hour" "30 minutes". Stateless. */
final class EnglishNumbers implements TermText.Numbers {
    private static final Map<String, Integer> CARDINALS = new HashMap<>();
    private static final Map<String, Integer> ORDINALS = new HashMap<>();

    static {
        String cardinals =
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                        + "sixteen seventeen eighteen nineteen twenty";
        List<String> small = List.of(cardinals.split(" "));
        for (int i = 0; i < small.size(); i++) {
            CARDINALS.put(small.get(i), i);
        }
        Map.of("thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety", 90)
                .forEach(CARDINALS::put);
        String ordinals =
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
                        + "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
        List<String> ordinal = List.of(ordinals.split(" "));
        for (int i = 0; i < ordinal.size(); i++) {
            ORDINALS.put(ordinal.get(i), i + 1);
        }
        ORDINALS.put("thirtieth", 30);
    }

    @Override
    public List<RawWord> written(List<RawWord> words) {
        List<RawWord> written = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            RawWord word = words.get(i);
            RawWord next = i + 1 < words.size() ? words.get(i + 1) : null;
            String both = next == null ? null : together(word.form(), next.form());
            if (next != null && both != null) {
                written.add(new RawWord(both, word.startChar(), next.endChar()));
                i++;
            } else {
                written.add(new RawWord(alone(word.form()), word.startChar(), word.endChar()));
            }
        }
        return written;
    }

    private static @Nullable String together(String form, String next) {
        int tens = CARDINALS.getOrDefault(form, 0);
        if (tens < 20 || tens % 10 != 0) {
            return null;
        }
        int units = CARDINALS.getOrDefault(next, 0);
        if (units > 0 && units < 10) {
            return Integer.toString(tens + units);
        }
        int ordinal = ORDINALS.getOrDefault(next, 0);
        return ordinal > 0 && ordinal < 10 ? tens + ordinal + "th" : null;
    }

    private static String alone(String form) {
        Integer cardinal = CARDINALS.get(form);
        if (cardinal != null) {
            return cardinal.toString();
        }
        Integer ordinal = ORDINALS.get(form);
        // a "second" may be sixty of a minute, and "first thing" is no date
        boolean date = ordinal != null && ordinal > 2;
        return date ? ordinal + "th" : form.replaceAll("^(\\d+)-?(st|nd|rd|th)$", "$1th");
    }
}
