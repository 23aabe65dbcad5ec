package io.callscope.analytics.repeats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer had to call again.
 *
 * @param id of the codebook's causes, {@code none} when it is not heard
 * @param owner department that can stop it; null when nobody is named
 * @param basis what it is known by
 */
public record RepeatCause(String id, @Nullable String owner, Basis basis) {
    public RepeatCause {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(basis, "basis");
    }

    /** What a cause is known by. */
    public enum Basis {
        /** The customer says it in the later contact. */
        SAID,
        /** The agent promised something in the earlier contact, and nobody called back in between. */
        PROMISE,
        /** The earlier contact ended without a solution. */
        UNRESOLVED,
        /** Nothing tells. */
        NOTHING;

        /** The word in the database and in exports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The basis whose {@link #id()} is given.
         *
         * @throws IllegalArgumentException naming the given word
         */
        public static Basis ofId(String id) {
            return Arrays.stream(values())
                    .filter(basis -> basis.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("basis \"%s\" is not known".formatted(id)));
        }
    }
}
