package io.callscope.analytics.llm.prompt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The word that stands in the borders of a call's block: the same for all tasks of a call, so that they share their
 * prefix, and out of a secret of this process, so that no speaker can say it. Thread-safe.
 */
public final class Nonces {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 8;

    private final SecretKeySpec key;

    private Nonces(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Those of this process, from a new secret. */
    public static Nonces random() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Nonces(secret);
    }

    /** The call's, 16 hex digits. */
    public String of(String transcriptHash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal(transcriptHash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code, 0, NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
