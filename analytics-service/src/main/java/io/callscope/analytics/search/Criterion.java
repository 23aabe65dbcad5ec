package io.callscope.analytics.search;

import io.callscope.analytics.talk.TalkFigure;
import io.callscope.model.call.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that is asked of a call. Where several values are given, any of them will do. */
public sealed interface Criterion {
    /**
     * The transcript has these words, in any form; {@code "…"} holds words that follow one another, {@code -} excludes.
     *
     * @param by who says them; null when it does not matter
     */
    record Said(String words, @Nullable Party by) implements Criterion {
        public Said {
            if (words.isBlank()) {
                throw new IllegalArgumentException("no words to look for");
            }
        }
    }

    /**
     * One mark of the call has all of these properties.
     *
     * @param values by property, any of which will do
     * @param severity the least, 1 to 3; 0 when it does not matter
     */
    record Marked(Map<MarkField, Set<String>> values, int severity) implements Criterion {
        public Marked {
            Map<MarkField, Set<String>> copy = new EnumMap<>(MarkField.class);
            values.forEach((field, some) -> copy.put(field, someOf(some)));
            values = Collections.unmodifiableMap(copy);
            if (severity < 0 || severity > 3) {
                throw new IllegalArgumentException("severity %d: expected 0 to 3".formatted(severity));
            }
        }
    }

    /** One of these signals was heard. */
    record Heard(Set<String> signals) implements Criterion {
        public Heard {
            signals = someOf(signals);
        }
    }

    /** Some rule put the call before people, or none did. */
    record Flagged(boolean flagged) implements Criterion {}

    /** One of these rules put the call before people. */
    record FlaggedBy(Set<String> rules) implements Criterion {
        public FlaggedBy {
            rules = someOf(rules);
        }
    }

    /** The call's most urgent flag is of one of these priorities, 1 to 3. */
    record Urgency(Set<Integer> priorities) implements Criterion {
        public Urgency {
            priorities = Set.copyOf(priorities);
        }
    }

    /** The call is on a card of the desk that stands so. */
    record OnCard(Set<String> states) implements Criterion {
        public OnCard {
            states = someOf(states);
        }
    }

    /** The call has one of these values. */
    record Is(CallField field, Set<String> values) implements Criterion {
        public Is {
            Objects.requireNonNull(field, "field");
            values = someOf(values);
        }
    }

    /** The customer says that he calls again, or does not say so. */
    record SaysRepeat(boolean said) implements Criterion {}

    /** There is a recording, or only text. */
    record HasAudio(boolean has) implements Criterion {}

    /** The agent's id or name has one of these parts in it, whatever the case. */
    record AgentLike(Set<String> parts) implements Criterion {
        public AgentLike {
            parts = someOf(parts);
        }
    }

    /** The source said this about the call. */
    record Attribute(String name, Set<String> values) implements Criterion {
        public Attribute {
            Objects.requireNonNull(name, "name");
            values = someOf(values);
        }
    }

    /**
     * How long the call was.
     *
     * @param from at least; null when it does not matter
     * @param to at most; null likewise
     */
    record Lasted(@Nullable Duration from, @Nullable Duration to) implements Criterion {
        public Lasted {
            if (from != null && to != null && to.compareTo(from) < 0) {
                throw new IllegalArgumentException("from %s to %s: expected from <= to".formatted(from, to));
            }
        }
    }

    /**
     * A figure of the talk is at least so large. A call of which it cannot be known is not meant.
     *
     * @param least in the figure's unit
     */
    record Talks(TalkFigure figure, int least) implements Criterion {
        public Talks {
            Objects.requireNonNull(figure, "figure");
        }
    }

    /**
     * When the call began; when it arrived, where that is not known.
     *
     * @param from at or after; null when it does not matter
     * @param before before; null likewise
     */
    record Began(@Nullable Instant from, @Nullable Instant before) implements Criterion {}

    private static Set<String> someOf(Set<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values: expected at least one");
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.copyOf(values)));
    }
}
