package io.callscope.ingest.metadata;

import io.callscope.kit.config.Secret;
import io.callscope.model.call.CustomerRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a normalised number or a customer id into the key that links a customer's calls: HMAC-SHA-256 under the site's
 * secret, so that nobody without the secret can try numbers. The number itself is not kept. Thread-safe.
 */
public final class CustomerKeys {
    private static final int MIN_SECRET_LENGTH = 16;

    private final SecretKeySpec key;

    public CustomerKeys(Secret secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "customerKeySecret has %d bytes, expected at least %d".formatted(bytes.length, MIN_SECRET_LENGTH));
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public CustomerRef ofNumber(String normalisedNumber) {
        String digits = normalisedNumber.replaceAll("\\D", "");
        return new CustomerRef(hash(normalisedNumber), digits.substring(Math.max(0, digits.length() - 4)));
    }

    public CustomerRef ofId(String customerId) {
        return new CustomerRef(hash("id:" + customerId), null);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
