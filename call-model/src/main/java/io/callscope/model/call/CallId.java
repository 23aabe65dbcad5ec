package io.callscope.model.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The source's own id of a call, or one derived from its recording. It is the key of every event about the call.
 *
 * @param value 1 to 128 characters out of {@code A-Z a-z 0-9 . _ : -}
 */
public record CallId(@JsonValue String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /**
     * @throws IllegalArgumentException when the value is no call id; the message says what was expected
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallId {
        Objects.requireNonNull(value, "value");
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("call id \"%s\": expected 1 to 128 characters out of A-Z a-z 0-9 . _ : -"
                    .formatted(shortened(value)));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    @Override
    public String toString() {
        return value;
    }
}
