package io.callscope.analytics.flags;

import io.callscope.analytics.talk.TalkFigure;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Signal;
import io.callscope.model.call.Party;
import io.callscope.model.talk.CallEnd;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.Utterance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that may be true of a classified call. All kinds are immutable. */
public sealed interface FlagCondition {
    /** Whether it is true of a call. */
    boolean holds(FlagBasis call);

    /** The words it stands on. */
    List<Evidence> evidence(FlagBasis call);

    /** A signal was heard. */
    record Heard(String signal) implements FlagCondition {
        private Stream<Signal> in(FlagBasis call) {
            return call.heard().signals().stream().filter(heard -> heard.id().equals(signal));
        }

        @Override
        public boolean holds(FlagBasis call) {
            return in(call).findAny().isPresent();
        }

        @Override
        public List<Evidence> evidence(FlagBasis call) {
            return in(call).flatMap(heard -> heard.evidence().stream()).toList();
        }
    }

    /**
     * A certain number of marks of a kind.
     *
     * @param code full code; null for any
     * @param force the force; null for any
     * @param polarity barrier or driver; null for both
     * @param severity at least; 0 for any
     * @param count at least so many
     * @param distinctForces true when it is the forces that are counted
     */
    record Marked(
            @Nullable String code,
            @Nullable Force force,
            @Nullable Polarity polarity,
            int severity,
            int count,
            boolean distinctForces)
            implements FlagCondition {
        private Stream<Mark> in(FlagBasis call) {
            return call.heard().marks().stream()
                    .filter(mark -> code == null || mark.code().equals(code))
                    .filter(mark -> force == null || mark.force() == force)
                    .filter(mark -> polarity == null || mark.polarity() == polarity)
                    .filter(mark -> mark.severity() >= severity);
        }

        @Override
        public boolean holds(FlagBasis call) {
            long found = distinctForces ? in(call).map(Mark::force).distinct().count() : in(call).count();
            return found >= count;
        }

        @Override
        public List<Evidence> evidence(FlagBasis call) {
            return in(call).flatMap(mark -> mark.evidence().stream()).toList();
        }
    }

    /** The customer says that this is at least his so-many-th contact. */
    record SaidContact(int number) implements FlagCondition {
        @Override
        public boolean holds(FlagBasis call) {
            Integer said = call.heard().repeat().contactNumber();
            return said != null && said >= number;
        }

        @Override
        public List<Evidence> evidence(FlagBasis call) {
            return call.heard().repeat().evidence();
        }
    }

    /** A figure of the talk is at least so large; false where it cannot be known. */
    record Talked(TalkFigure figure, int least) implements FlagCondition {
        @Override
        public boolean holds(FlagBasis call) {
            TalkMetrics talk = call.talk();
            Double value = talk == null ? null : figure.of(talk);
            return value != null && value >= least;
        }

        /** The last words before the longest silence; none for what is true of the whole call. */
        @Override
        public List<Evidence> evidence(FlagBasis call) {
            TalkMetrics talk = call.talk();
            if (talk == null) {
                return List.of();
            }
            List<TalkSpan> where = switch (figure) {
                case DEAD_AIR_SEC, DEAD_AIR_PERCENT -> talk.deadAir().at();
                case HOLD_SEC -> talk.hold().at();
                case AGENT_TALK_PERCENT, OVERTALK_PERCENT, AGENT_INTERRUPTIONS -> List.of();
            };
            return where.stream()
                    .max(Comparator.comparingLong(TalkSpan::lengthMs))
                    .flatMap(silence -> call.utterances().stream()
                            .filter(said -> said.startMs() < silence.startMs())
                            .max(Comparator.comparingLong(Utterance::endMs)))
                    .map(said -> List.of(whole(said)))
                    .orElse(List.of());
        }
    }

    /** The call ends soon after the customer spoke, and nobody took leave. */
    record Dropped(int withinSec) implements FlagCondition {
        @Override
        public boolean holds(FlagBasis call) {
            TalkMetrics talk = call.talk();
            CallEnd end = talk == null ? null : talk.end();
            return end != null
                    && Boolean.FALSE.equals(end.farewell())
                    && end.sinceCustomerMs() != null
                    && end.sinceCustomerMs() <= withinSec * 1000L;
        }

        @Override
        public List<Evidence> evidence(FlagBasis call) {
            return call.utterances().stream()
                    .filter(said -> said.party() == Party.CUSTOMER)
                    .max(Comparator.comparingLong(Utterance::endMs))
                    .map(said -> List.of(whole(said)))
                    .orElse(List.of());
        }
    }

    /**
     * What was promised in the call is overdue. No analysis can tell: it becomes true when the term has passed, and what
     * keeps promises raises the flag then.
     */
    record OverduePromise() implements FlagCondition {
        @Override
        public boolean holds(FlagBasis call) {
            return false;
        }

        @Override
        public List<Evidence> evidence(FlagBasis call) {
            return List.of();
        }
    }

    private static Evidence whole(Utterance said) {
        return new Evidence(said.id(), 0, said.text().length(), said.startMs(), said.endMs());
    }
}
