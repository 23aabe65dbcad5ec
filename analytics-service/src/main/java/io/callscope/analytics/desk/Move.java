package io.callscope.analytics.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody does to a card. All kinds are immutable. */
public sealed interface Move {
    /** In addresses and the history. */
    String id();

    /**
     * What the card becomes.
     *
     * @throws IllegalMoveException when it may not
     */
    CardState apply(CardState state, Person who, Instant at);

    /** To begin to work on it. */
    record Take() implements Move {
        @Override
        public String id() {
            return "take";
        }

        @Override
        public CardState apply(CardState state, Person who, Instant at) {
            return state.take(who, at);
        }
    }

    /** To give it back. */
    record Release() implements Move {
        @Override
        public String id() {
            return "release";
        }

        @Override
        public CardState apply(CardState state, Person who, Instant at) {
            return state.release(who, at);
        }
    }

    /**
     * To decide.
     *
     * @param result of the whole card
     * @param byRule results of single rules that differ from it
     */
    record Check(Result result, Map<String, Result> byRule) implements Move {
        public Check {
            Objects.requireNonNull(result, "result");
            byRule = Map.copyOf(byRule);
        }

        public static Check of(Result result) {
            return new Check(result, Map.of());
        }

        /** What is said of one rule. */
        Result of(String rule) {
            @Nullable Result own = byRule.get(rule);
            return own == null ? result : own;
        }

        @Override
        public String id() {
            return "check";
        }

        @Override
        public CardState apply(CardState state, Person who, Instant at) {
            return state.check(who, result, at);
        }
    }

    /** To let it come back later. */
    record PutOff(Instant until, String reason) implements Move {
        @Override
        public String id() {
            return "put-off";
        }

        @Override
        public CardState apply(CardState state, Person who, Instant at) {
            return state.putOff(who, until, reason, at);
        }
    }

    /** To make it somebody else's. */
    record HandOver(Receiver to, String comment) implements Move {
        @Override
        public String id() {
            return "hand-over";
        }

        @Override
        public CardState apply(CardState state, Person who, Instant at) {
            return state.handOver(who, to, comment, at);
        }
    }
}
