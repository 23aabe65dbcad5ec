package io.callscope.ingest.metadata;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings the many spellings of a number to one: {@code 8 (916) 555-01-23}, {@code 7916…}, ten digits and
 * {@code +7 916 555 01 23 доб. 4} are the same number. Thread-safe.
 */
public final class PhoneNumbers {
    private static final Set<String> ANONYMOUS = Set.of(
            "",
            "-",
            "anonymous",
            "unknown",
            "restricted",
            "private",
            "withheld",
            "none",
            "null",
            "unavailable",
            "скрыт");
    private static final Pattern SHORT_NUMBER = Pattern.compile("(?:[0-9][ .-]?){1,6}");

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * Reads numbers without a country code as those of one country.
     *
     * @param region ISO 3166 code, such as {@code RU}
     */
    public PhoneNumbers(String region) {
        this.region = region.toUpperCase(Locale.ROOT);
        if (!library.getSupportedRegions().contains(this.region)) {
            throw new IllegalArgumentException(
                    "region \"%s\": expected an ISO 3166 country such as RU".formatted(region));
        }
    }

    /**
     * The number in E.164, without its extension; empty for a caller who hides it. A number of up to six digits is an
     * internal one and stays as it is.
     *
     * @throws MetadataException when it is no phone number; the message does not repeat it
     */
    public Optional<String> normalised(String field, String number) {
        String text = number.strip();
        if (ANONYMOUS.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        // Only digits: "agent 12" must not become the customer 12, whom many calls would share.
        if (SHORT_NUMBER.matcher(text).matches()) {
            return Optional.of(text.replaceAll("\\D", ""));
        }
        try {
            PhoneNumber parsed = library.parse(text, region);
            if (library.isPossibleNumber(parsed)) {
                return Optional.of(library.format(parsed, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException e) {
            throw notANumber(field, text);
        }
        throw notANumber(field, text);
    }

    private static MetadataException notANumber(String field, String text) {
        return MetadataException.of(
                field,
                "no phone number (%d characters, %d digits); expected one such as +7 916 000-00-00, or \"anonymous\""
                        .formatted(
                                text.length(),
                                text.chars().filter(Character::isDigit).count()));
    }
}
