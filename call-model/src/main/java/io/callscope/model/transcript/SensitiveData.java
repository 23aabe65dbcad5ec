package io.callscope.model.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kinds of personal data that are taken out of transcripts and of what is played. */
public enum SensitiveData {
    /** Number of a payment card, which passes the Luhn check (ISO/IEC 7812-1). */
    CARD,
    /** The three or four digits that prove a card is at hand. */
    CVV,
    /** A telephone number. */
    PHONE,
    /** СНИЛС, the Russian insurance number: 11 digits. */
    SNILS,
    /** ИНН, the Russian taxpayer number: 10 or 12 digits. */
    INN,
    /** Series and number of a passport. */
    PASSPORT,
    /** An e-mail address. */
    EMAIL,
    /** Another long run of digits: seven or more, nobody knows of what. */
    NUMBER;

    /** The word for this value on the wire. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands in the text instead, such as {@code [card]}. Pages say it in their own language. */
    public String placeholder() {
        return "[" + id() + "]";
    }

    /**
     * The value whose {@link #id()} is given, whatever its case.
     *
     * @throws IllegalArgumentException naming the given word and the known ones
     */
    @JsonCreator
    public static SensitiveData ofId(String id) {
        for (SensitiveData value : values()) {
            if (value.id().equalsIgnoreCase(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"%s\": expected one of %s"
                .formatted(id, Arrays.stream(values()).map(SensitiveData::id).collect(Collectors.joining(", "))));
    }
}
