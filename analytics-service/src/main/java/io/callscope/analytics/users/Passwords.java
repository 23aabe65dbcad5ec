package io.callscope.analytics.users;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id with 19 MiB, two passes and one lane, the least that OWASP's Password Storage Cheat Sheet recommends. Few are
 * hashed at a time, so that a crowd at the door cannot take the memory. Thread-safe.
 */
public final class Passwords {
    /** Characters that a password must have at least (NIST SP 800-63B-4, 3.1.1.2: 15 where it stands alone, 8 else). */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    /** No letters or digits that are mistaken for others when read from paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GENERATED_GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** Made when the class is first used: hashing is slow by intent, and one does for all. */
    private static final class Nobody {
        static final String HASH = hashOfNobody();

        private static String hashOfNobody() {
            Passwords passwords = new Passwords();
            return passwords.hash(passwords.generated());
        }
    }

    /** A password that can be read out: four groups of four, about 79 bits. */
    public String generated() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /**
     * Refuses what is too short or too long.
     *
     * @throws IllegalArgumentException naming the length and what was expected, never the password
     */
    public static void requireAcceptable(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "password of %d characters: expected %d to %d".formatted(length, SHORTEST, LONGEST));
        }
    }

    /** The hash as it is stored, with salt and parameters (PHC string format). */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> Password.hash(password).addSalt(salt).with(argon2).getResult());
    }

    /**
     * Whether the password is the one that was hashed.
     *
     * @param hash null when there is no such user: takes as long and is false
     */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        String against = hash == null ? Nobody.HASH : hash;
        boolean same =
                inTurn(() -> Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)));
        return same && hash != null;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
