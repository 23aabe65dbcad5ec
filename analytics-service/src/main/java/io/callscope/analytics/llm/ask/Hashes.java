package io.callscope.analytics.llm.ask;

import io.callscope.model.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Hashes of what is said to a model. Stateless. */
public final class Hashes {
    private Hashes() {}

    /** SHA-256 in hex over all texts, each with an end of its own: two texts are never taken for one. */
    public static String of(List<String> texts) {
        MessageDigest digest = Sha256.begin();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return Sha256.hex(digest);
    }
}
