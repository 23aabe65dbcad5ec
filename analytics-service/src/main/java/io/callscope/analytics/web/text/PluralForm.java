package io.callscope.analytics.web.text;

import java.util.List;
import java.util.Locale;

/** Which form of a noun goes with a whole number, by the plural rules of the Unicode CLDR. */
public enum PluralForm {
    /** 1 звонок, 21 звонок; 1 call. */
    ONE,
    /** 2 звонка, 34 звонка; not in English. */
    FEW,
    /** 5 звонков, 11 звонков, 0 звонков; 0 calls, 2 calls. */
    MANY;

    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PluralForm of(Language language, long count) {
        long n = Math.abs(count);
        if (language == Language.EN) {
            return n == 1 ? ONE : MANY;
        }
        long last = n % 10;
        boolean teen = n % 100 / 10 == 1;
        if (teen || last == 0 || last > 4) {
            return MANY;
        }
        return last == 1 ? ONE : FEW;
    }

    /** The forms that a language has. */
    public static List<PluralForm> of(Language language) {
        return language == Language.EN ? List.of(ONE, MANY) : List.of(ONE, FEW, MANY);
    }
}
