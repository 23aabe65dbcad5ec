package io.callscope.model.call;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The customer, without the phone number: calls of one customer share the key.
 *
 * @param key keyed hash (HMAC-SHA-256, hex) of the E.164 number or of the customer id
 * @param last4 last four digits of the number, for display; null when the customer came as an id
 */
public record CustomerRef(String key, @Nullable String last4) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LAST4 = Pattern.compile("[0-9]{1,4}");

    public CustomerRef {
        Objects.requireNonNull(key, "key");
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("customer key: expected 64 hex digits of a keyed hash");
        }
        if (last4 != null && !LAST4.matcher(last4).matches()) {
            throw new IllegalArgumentException("customer last4: expected 1 to 4 digits");
        }
    }
}
