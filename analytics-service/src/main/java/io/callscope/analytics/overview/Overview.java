package io.callscope.analytics.overview;

import io.callscope.model.analysis.Force;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of this week and of today stand.
 *
 * @param all every call
 * @param languages the same by language, most calls first
 * @param queues the same by line, most calls first
 * @param forces marks of every force in the week's calls
 * @param rules flags by rule in the week's calls, most first
 * @param stuck what does not move, whenever it came in
 * @param recognition how recognition keeps up
 * @param model how far a language model's claims stand on words that were said
 */
public record Overview(
        Line all,
        List<Line> languages,
        List<Line> queues,
        Map<Force, ForceCounts> forces,
        List<RuleFlags> rules,
        Stuck stuck,
        Recognition recognition,
        ModelEvidence model) {
    public Overview {
        Objects.requireNonNull(all, "all");
        Objects.requireNonNull(stuck, "stuck");
        Objects.requireNonNull(recognition, "recognition");
        Objects.requireNonNull(model, "model");
        languages = List.copyOf(languages);
        queues = List.copyOf(queues);
        rules = List.copyOf(rules);
        Map<Force, ForceCounts> complete = new EnumMap<>(Force.class);
        for (Force force : Force.values()) {
            complete.put(force, forces.getOrDefault(force, ForceCounts.NONE));
        }
        forces = Collections.unmodifiableMap(complete);
    }

    /**
     * Some calls, those of today beside those of the week.
     *
     * @param value the language or the line; null for all calls, and for those of which it is not known
     */
    public record Line(@Nullable String value, Counts today, Counts week) {
        static final Line NONE = new Line(null, Counts.NONE, Counts.NONE);
    }

    /**
     * What became of the calls that came in within a time: each that came in is analyzed, failed or waiting.
     *
     * @param transcribed calls with a text
     * @param flagged calls that some rule put before people
     * @param oldestWaiting since when the oldest of those that wait does; null when none does
     */
    public record Counts(
            long recorded,
            long transcribed,
            long analyzed,
            long failed,
            long waiting,
            long flagged,
            @Nullable Instant oldestWaiting) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, null);
    }

    /**
     * Marks of one force.
     *
     * @param calls calls with at least one mark of it
     */
    public record ForceCounts(long barriers, long drivers, long calls) {
        static final ForceCounts NONE = new ForceCounts(0, 0, 0);
    }

    /** How many calls a rule put before people. */
    public record RuleFlags(String rule, long calls) {}
}
