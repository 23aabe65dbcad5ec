package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.LocalText;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.Direction;
import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import java.util.stream.Stream;

/** Something that makes a criterion apply to a call. All kinds are immutable. */
sealed interface Circumstance {
    /** Questions it has for a language model. */
    default Stream<LocalText> questions() {
        return Stream.empty();
    }

    /** Met when given, not met when not, unscored when nobody knows. */
    Finding in(ScorecardBasis call);

    /** Somebody says certain words. */
    record Said(Phrases phrases) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            return phrases.in(call);
        }
    }

    /** A signal was heard. */
    record Signalled(String signal) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            return Finding.of(
                    call.heard().signals().stream().anyMatch(heard -> heard.id().equals(signal)));
        }
    }

    /** A code was marked. */
    record Marked(String code) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            return Finding.of(
                    call.heard().marks().stream().anyMatch(mark -> mark.code().equals(code)));
        }
    }

    /** The customer says that it is not the first contact. */
    record Repeated() implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            return Finding.of(call.heard().repeat().said());
        }
    }

    /** The question did not end so. */
    record EndedOtherwise(Resolution resolution) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            return Finding.of(call.heard().resolution() != resolution);
        }
    }

    /** Somebody dialled; not known when the source does not say who. */
    record Dialled(Direction direction) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            Direction dialled = call.metadata().direction();
            return dialled == null ? Finding.unscored(Unscored.NOT_MEASURED) : Finding.of(dialled == direction);
        }
    }

    /** The call is at least so long, in seconds. */
    record Lasts(int seconds) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            return Finding.of(call.durationMs() >= seconds * 1_000L);
        }
    }

    /** The customer speaks for at least so long, in seconds. */
    record CustomerTalks(int seconds) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            TalkMetrics talk = call.talk();
            PartyTalk customer = talk == null ? null : talk.customer();
            return customer == null
                    ? Finding.unscored(Unscored.NOT_MEASURED)
                    : Finding.of(customer.speechMs() >= seconds * 1_000L);
        }
    }

    /** The customer is put on hold. */
    record Holds() implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            TalkMetrics talk = call.talk();
            return talk == null
                    ? Finding.unscored(Unscored.NOT_MEASURED)
                    : Finding.of(talk.hold().count() > 0);
        }
    }

    /**
     * The call is not cut short: somebody takes leave, or it goes on for longer than so many seconds after the customer's
     * last word.
     */
    record NotDropped(int withinSec) implements Circumstance {
        @Override
        public Finding in(ScorecardBasis call) {
            TalkMetrics talk = call.talk();
            Boolean farewell = talk == null ? null : talk.end().farewell();
            Long since = talk == null ? null : talk.end().sinceCustomerMs();
            if (farewell == null || since == null) {
                return Finding.unscored(Unscored.NOT_MEASURED);
            }
            return Finding.of(farewell || since > withinSec * 1_000L);
        }
    }

    /** A question to a language model; not known until one has answered. */
    record Asked(LocalText text) implements Circumstance {
        @Override
        public Stream<LocalText> questions() {
            return Stream.of(text);
        }

        @Override
        public Finding in(ScorecardBasis call) {
            return call.isNotApplicable(text) ? Finding.of(false) : call.replyTo(text);
        }
    }
}
