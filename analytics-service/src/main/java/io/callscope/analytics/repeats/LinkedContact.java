package io.callscope.analytics.repeats;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact and its place among the customer's others.
 *
 * @param trigger id of the contact that made this one necessary; null when none is linked
 * @param linkedBy what tells that the two are about the same issue; null exactly when none is linked
 * @param chain id of the first contact about the issue; the contact's own when it is the first
 * @param position which contact about the issue it is, from 1
 * @param cause why it was necessary; null when it neither repeats one nor is said to
 * @param repeatedBy id of the first contact that repeats it; null when none does
 * @param repeatedAt when that one began
 * @param calledBackBy id of the center's call that may have kept what was promised in this contact
 */
public record LinkedContact(
        Contact contact,
        Standing standing,
        @Nullable String trigger,
        @Nullable LinkedBy linkedBy,
        String chain,
        int position,
        @Nullable RepeatCause cause,
        @Nullable String repeatedBy,
        @Nullable Instant repeatedAt,
        @Nullable String calledBackBy) {
    public LinkedContact {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(chain, "chain");
        if ((trigger == null) != (linkedBy == null)) {
            throw new IllegalArgumentException("contact %s: trigger %s linked by %s, expected both or neither"
                    .formatted(contact.id(), trigger, linkedBy));
        }
        if ((trigger == null) != (position == 1)) {
            throw new IllegalArgumentException("contact %s: trigger %s at position %d, expected none at 1 only"
                    .formatted(contact.id(), trigger, position));
        }
    }

    /** Whether a contact can be linked to others. */
    public enum Standing {
        LINKABLE,
        /** Nobody knows whose it is. */
        ANONYMOUS,
        /** Its key has more contacts at that time than a customer has. */
        CROWDED;

        /** The word in the database. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The standing whose {@link #id()} is given.
         *
         * @throws IllegalArgumentException naming the given word
         */
        public static Standing ofId(String id) {
            return Arrays.stream(values())
                    .filter(standing -> standing.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("standing \"%s\" is not known".formatted(id)));
        }
    }
}
