package io.callscope.analytics.desk;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a card stands. What may become of it is a method on the state that it may become of; everything else is refused
 * with {@link IllegalMoveException}. Immutable.
 */
public sealed interface CardState {
    /** In addresses and the database. */
    String id();

    /** Since when it stands so. */
    Instant since();

    /** Somebody begins to work on it. */
    default CardState take(Person who, Instant at) {
        throw new IllegalMoveException("take", this);
    }

    /** Whoever works on it gives it back. */
    default CardState release(Person who, Instant at) {
        throw new IllegalMoveException("release", this);
    }

    /** It is decided. */
    default CardState check(Person who, Result result, Instant at) {
        throw new IllegalMoveException("check", this);
    }

    /** It comes back by itself later. */
    default CardState putOff(Person who, Instant until, String reason, Instant at) {
        throw new IllegalMoveException("put-off", this);
    }

    /** It becomes somebody else's. */
    default CardState handOver(Person who, Receiver to, String comment, Instant at) {
        throw new IllegalMoveException("hand-over", this);
    }

    /**
     * Nobody works on it.
     *
     * @param reopenedBy the call that brought it back after it was checked; null when none did
     */
    record New(@Nullable CallId reopenedBy, Instant since) implements CardState {
        @Override
        public String id() {
            return "new";
        }

        @Override
        public CardState take(Person who, Instant at) {
            return new InWork(who, at);
        }

        @Override
        public CardState check(Person who, Result result, Instant at) {
            return new Checked(who, result, at);
        }

        @Override
        public CardState putOff(Person who, Instant until, String reason, Instant at) {
            return PutOff.from(who, until, reason, at);
        }

        @Override
        public CardState handOver(Person who, Receiver to, String comment, Instant at) {
            return new HandedOver(who, to, comment, at);
        }
    }

    /** Somebody works on it; nobody else may decide meanwhile. */
    record InWork(Person who, Instant since) implements CardState {
        @Override
        public String id() {
            return "in-work";
        }

        @Override
        public CardState release(Person by, Instant at) {
            if (!by.leads()) {
                requireHolder("release", by);
            }
            return new New(null, at);
        }

        @Override
        public CardState check(Person by, Result result, Instant at) {
            requireHolder("check", by);
            return new Checked(by, result, at);
        }

        @Override
        public CardState putOff(Person by, Instant until, String reason, Instant at) {
            requireHolder("put-off", by);
            return PutOff.from(by, until, reason, at);
        }

        @Override
        public CardState handOver(Person by, Receiver to, String comment, Instant at) {
            requireHolder("hand-over", by);
            return new HandedOver(by, to, comment, at);
        }

        private void requireHolder(String move, Person by) {
            if (!by.is(who)) {
                throw new IllegalMoveException(move, this);
            }
        }
    }

    /**
     * It comes back by itself.
     *
     * @param until when
     * @param reason in words
     */
    record PutOff(Person who, Instant until, String reason, Instant since) implements CardState {
        static PutOff from(Person who, Instant until, String reason, Instant at) {
            if (!until.isAfter(at)) {
                throw new IllegalArgumentException("until %s: expected later than %s".formatted(until, at));
            }
            return new PutOff(who, until, reason, at);
        }

        @Override
        public String id() {
            return "put-off";
        }

        @Override
        public CardState take(Person by, Instant at) {
            return new InWork(by, at);
        }

        /** Its time has come. */
        public CardState comeBack() {
            return new New(null, until);
        }
    }

    /**
     * Somebody else's now: a colleague's to take, or a department's, from which whoever works the queue takes it back.
     *
     * @param comment what the receiver is told
     */
    record HandedOver(Person who, Receiver to, String comment, Instant since) implements CardState {
        @Override
        public String id() {
            return "handed-over";
        }

        @Override
        public CardState take(Person by, Instant at) {
            boolean others = to instanceof Receiver.Colleague colleague
                    && !colleague.login().equals(by.login())
                    && !by.is(who)
                    && !by.leads();
            if (others) {
                throw new IllegalMoveException("take", this);
            }
            return new InWork(by, at);
        }
    }

    /** Decided. */
    record Checked(Person who, Result result, Instant since) implements CardState {
        @Override
        public String id() {
            return "checked";
        }

        /** Somebody decides again: what counts is the latest. */
        @Override
        public CardState take(Person by, Instant at) {
            return new InWork(by, at);
        }

        /** The customer calls about it again. */
        public CardState reopen(CallId call, Instant at) {
            return new New(Objects.requireNonNull(call, "call"), at);
        }

        /** What it was decided upon was taken back. */
        public CardState takeBack(Instant at) {
            return new New(null, at);
        }
    }
}
