package io.callscope.transcribe.text.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.regex.Pattern;

/** Whether digits can be a telephone number where a language is spoken. Immutable, thread-safe. */
final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** Mobile and toll-free numbers as they are dictated in Russia; one digit may have been lost or doubled. */
    private static final Pattern RUSSIAN = Pattern.compile("[78]?9\\d{9}|[78][3489]\\d{8,10}");
    /** A number of the North American plan, also of an area or exchange that is not given out. */
    private static final Pattern AMERICAN = Pattern.compile("1?[2-9]\\d{2}[2-9]\\d{6}");

    private final Pattern shape;
    private final List<String> regions;

    private PhoneNumbers(Pattern shape, List<String> regions) {
        this.shape = shape;
        this.regions = regions;
    }

    static PhoneNumbers of(String language) {
        return language.equals("ru")
                ? new PhoneNumbers(RUSSIAN, List.of("RU"))
                : new PhoneNumbers(AMERICAN, List.of("US", "GB"));
    }

    /**
     * @param plus whether a plus was said before them: a number with its country
     */
    boolean match(String digits, boolean plus) {
        if (digits.length() < 10 || digits.length() > 15) {
            return false;
        }
        if (plus) {
            return shape.matcher(digits).matches() || isValid("+" + digits, "ZZ");
        }
        return shape.matcher(digits).matches() || regions.stream().anyMatch(region -> isValid(digits, region));
    }

    private static boolean isValid(String number, String region) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(number, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
