package io.callscope.analytics.users;

import io.callscope.model.hash.Sha256;

/**
 * SHA-256 of a token, in hex: who reads the database cannot sign in with what he finds.
 *
 * @param hex 64 hex digits
 */
public record TokenHash(String hex) {
    /** The hash of a token as the browser's cookie holds it. */
    public static TokenHash of(String token) {
        return new TokenHash(Sha256.hex(token));
    }
}
