package io.callscope.analytics.forces;

import io.callscope.analytics.repeats.report.Change;
import io.callscope.analytics.repeats.report.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The six forces in the calls of some weeks. Every figure that is shown, exported or answered as JSON stands here. A share
 * is of judged calls: a call with three barriers of a force counts once.
 *
 * @param first the first Monday
 * @param last the last Sunday
 * @param previousCalls judged calls of as many weeks before
 * @param calls judged calls
 * @param unjudged calls of which too little is heard; in no share
 * @param barriers calls with any barrier
 * @param drivers calls with any driver
 * @param change of {@code barriers} against the weeks before
 * @param forces all six, in the codebook's order
 * @param stages of the journey, in the codebook's order
 * @param map every force at every stage, barriers and drivers
 * @param trend weeks up to the newest
 * @param queues calls by queue, most first
 * @param teams calls by team, most first
 * @param codes every barrier that is heard, most frequent first
 * @param effort signs that it was hard for the customer, most frequent first
 * @param gaps departments with the barriers that they act on, most calls first
 * @param waiting days of these weeks whose calls have changed and that are not counted yet
 */
public record ForceReport(
        LocalDate first,
        LocalDate last,
        int weeks,
        ForceFilter filter,
        long previousCalls,
        long calls,
        long unjudged,
        Share barriers,
        Share drivers,
        Change change,
        List<OfForce> forces,
        List<String> stages,
        List<Cell> map,
        List<TrendWeek> trend,
        List<Line> queues,
        List<Line> teams,
        List<OfCode> codes,
        List<Effort> effort,
        List<Gap> gaps,
        long waiting) {
    public ForceReport {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(filter, "filter");
        forces = List.copyOf(forces);
        stages = List.copyOf(stages);
        map = List.copyOf(map);
        trend = List.copyOf(trend);
        queues = List.copyOf(queues);
        teams = List.copyOf(teams);
        codes = List.copyOf(codes);
        effort = List.copyOf(effort);
        gaps = List.copyOf(gaps);
    }

    /**
     * One force.
     *
     * @param severe calls with a barrier after which the customer may leave
     * @param change of the barriers
     */
    public record OfForce(String force, Share barriers, Share drivers, Share severe, Change change) {}

    /** One barrier at all stages. */
    public record OfCode(String code, Share share) {}

    /** One force at one stage. */
    public record Cell(String force, String stage, Share barriers, Share drivers) {}

    /**
     * One week of the trend.
     *
     * @param selected whether the report is of it
     * @param forces barriers by force
     */
    public record TrendWeek(LocalDate monday, boolean selected, Share barriers, Map<String, Share> forces) {
        public TrendWeek {
            forces = Map.copyOf(forces);
        }
    }

    /**
     * Calls of one queue or team; null where it is not known.
     *
     * @param forces barriers by force
     */
    public record Line(@Nullable String value, Share barriers, Map<String, Share> forces) {
        public Line {
            forces = Map.copyOf(forces);
        }
    }

    /**
     * A sign of effort.
     *
     * @param id such as {@code repeat-said}, or the id of a code or signal
     */
    public record Effort(String id, Kind kind, Share share, Change change) {
        /** Where its name is found. */
        public enum Kind {
            COUNTED,
            CODE,
            SIGNAL
        }
    }

    /** A department and what it acts on, most calls first. */
    public record Gap(String department, Share share, List<Barrier> barriers) {
        public Gap {
            barriers = List.copyOf(barriers);
        }
    }

    /**
     * A barrier of a department at a stage.
     *
     * @param severe calls in which the customer may leave over it
     * @param action what may be done, by language; empty when nothing is proposed
     */
    public record Barrier(
            String code, String force, String stage, Share share, long severe, Map<String, String> action) {
        public Barrier {
            action = Map.copyOf(action);
        }
    }
}
