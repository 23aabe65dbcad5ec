package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.talk.TalkMetrics;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a criterion is judged. All kinds are immutable. */
sealed interface Judge {
    /** Questions it has for a language model. */
    default Stream<LocalText> questions() {
        return Stream.empty();
    }

    /** What it says of a call; never "not applicable". */
    Finding of(ScorecardBasis call);

    /** Met when somebody says certain words. */
    record Says(Phrases phrases) implements Judge {
        @Override
        public Finding of(ScorecardBasis call) {
            return phrases.in(call);
        }
    }

    /** Met when none of some signals and codes was heard. */
    record NotHeard(Set<String> signals, Set<String> codes) implements Judge {
        @Override
        public Finding of(ScorecardBasis call) {
            List<Evidence> heard = Stream.concat(
                            call.heard().signals().stream()
                                    .filter(signal -> signals.contains(signal.id()))
                                    .flatMap(signal -> signal.evidence().stream()),
                            call.heard().marks().stream()
                                    .filter(mark -> codes.contains(mark.code()))
                                    .flatMap(mark -> mark.evidence().stream()))
                    .toList();
            return heard.isEmpty() ? Finding.met(heard) : Finding.notMet(heard);
        }
    }

    /**
     * Met when a figure of the talk is at most so large.
     *
     * @param most in the figure's unit, 0 or more
     * @param perMinutes when the figure is counted, so many minutes of the call may hold {@code most}; 0 for the call
     */
    record Talk(TalkFigure figure, int most, int perMinutes) implements Judge {
        private static final double MINUTE_MS = 60_000;

        @Override
        public Finding of(ScorecardBasis call) {
            TalkMetrics talk = call.talk();
            Double value = talk == null ? null : figure.of(talk);
            if (talk == null || value == null) {
                return Finding.unscored(Unscored.NOT_MEASURED);
            }
            // a call that is shorter than the stretch may hold as much as one stretch
            double stretches = perMinutes == 0 ? 1 : Math.max(talk.durationMs() / MINUTE_MS / perMinutes, 1);
            return Finding.of(value <= most * stretches);
        }
    }

    /** A question to a language model; not known until one has answered. */
    record Question(LocalText text) implements Judge {
        @Override
        public Stream<LocalText> questions() {
            return Stream.of(text);
        }

        @Override
        public Finding of(ScorecardBasis call) {
            return call.replyTo(text);
        }

        /** Whether the model says that it does not concern the call. */
        boolean isNotApplicable(ScorecardBasis call) {
            return call.isNotApplicable(text);
        }
    }

    /** Nobody but people can say. */
    record People() implements Judge {
        @Override
        public Finding of(ScorecardBasis call) {
            return Finding.unscored(Unscored.PEOPLE_ONLY);
        }
    }

    /** All must be met; one that fails decides, whatever is not known of the others. */
    record All(List<Judge> judges) implements Judge {
        public All {
            judges = List.copyOf(judges);
        }

        @Override
        public Stream<LocalText> questions() {
            return judges.stream().flatMap(Judge::questions);
        }

        @Override
        public Finding of(ScorecardBasis call) {
            return Finding.all(judges.stream().map(judge -> judge.of(call)).toList());
        }
    }

    /** One is enough, whatever is not known of the others. */
    record Any(List<Judge> judges) implements Judge {
        public Any {
            judges = List.copyOf(judges);
        }

        @Override
        public Stream<LocalText> questions() {
            return judges.stream().flatMap(Judge::questions);
        }

        @Override
        public Finding of(ScorecardBasis call) {
            return Finding.any(judges.stream().map(judge -> judge.of(call)).toList());
        }
    }
}
