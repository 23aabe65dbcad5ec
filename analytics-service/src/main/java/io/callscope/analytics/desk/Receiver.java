package io.callscope.analytics.desk;

import java.util.Objects;

/** Whom a card is handed to. */
public sealed interface Receiver {
    /**
     * A department of the codebook; whoever works the queue may take the card back.
     *
     * @param id such as {@code logistics}
     */
    record Department(String id) implements Receiver {
        public Department {
            Objects.requireNonNull(id, "id");
        }
    }

    /** A colleague, whose card it is then. */
    record Colleague(String login) implements Receiver {
        public Colleague {
            Objects.requireNonNull(login, "login");
        }
    }
}
