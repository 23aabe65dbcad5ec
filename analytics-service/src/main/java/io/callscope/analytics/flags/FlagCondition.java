package io.callscope.analytics.flags;

import io.callscope.analytics.classify.Classification;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Signal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that may be true of a classified call. All kinds are immutable. */
public sealed interface FlagCondition {
    /** Whether it is true of a call. */
    boolean holds(Classification call);

    /** The words it stands on. */
    List<Evidence> evidence(Classification call);

    /** A signal was heard. */
    record Heard(String signal) implements FlagCondition {
        private Stream<Signal> in(Classification call) {
            return call.signals().stream().filter(heard -> heard.id().equals(signal));
        }

        @Override
        public boolean holds(Classification call) {
            return in(call).findAny().isPresent();
        }

        @Override
        public List<Evidence> evidence(Classification call) {
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
        private Stream<Mark> in(Classification call) {
            return call.marks().stream()
                    .filter(mark -> code == null || mark.code().equals(code))
                    .filter(mark -> force == null || mark.force() == force)
                    .filter(mark -> polarity == null || mark.polarity() == polarity)
                    .filter(mark -> mark.severity() >= severity);
        }

        @Override
        public boolean holds(Classification call) {
            long found = distinctForces ? in(call).map(Mark::force).distinct().count() : in(call).count();
            return found >= count;
        }

        @Override
        public List<Evidence> evidence(Classification call) {
            return in(call).flatMap(mark -> mark.evidence().stream()).toList();
        }
    }

    /** The customer says that this is at least his so-many-th contact. */
    record SaidContact(int number) implements FlagCondition {
        @Override
        public boolean holds(Classification call) {
            Integer said = call.repeat().contactNumber();
            return said != null && said >= number;
        }

        @Override
        public List<Evidence> evidence(Classification call) {
            return call.repeat().evidence();
        }
    }
}
