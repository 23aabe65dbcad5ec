package io.callscope.analytics.requests;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.callscope.analytics.repeats.report.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests and ideas in the calls of some weeks. Every figure that is shown, exported or answered as JSON stands here. A
 * share is of judged calls, that of a contact reason of judged contacts. A call counts once in each.
 *
 * @param first the first Monday
 * @param last the last Sunday
 * @param queue the only one that is counted; null for all
 * @param baselineWeeks how many weeks before are compared with
 * @param calls judged calls
 * @param contacts those with which customers came: inbound, a forwarded call once
 * @param unjudged calls of which too little is heard; in no share
 * @param needs what customers miss, by signal
 * @param competitors calls that speak of a competitor
 * @param names competitors of the site's list; empty when it lists none
 * @param reasons contact reasons, those that changed first
 * @param compared how many reasons had enough contacts to be compared
 * @param breaks where self-service broke
 * @param voice what the process keeps agents from
 * @param queues that the filter offers
 * @param waiting days of these weeks whose calls have changed and that are not counted yet
 * @param simulated whether any call is simulated
 */
public record RequestReport(
        LocalDate first,
        LocalDate last,
        int weeks,
        @Nullable String queue,
        int baselineWeeks,
        long calls,
        long contacts,
        long unjudged,
        List<Heard> needs,
        Heard competitors,
        List<Heard> names,
        List<Heard> reasons,
        int compared,
        Breaks breaks,
        Voice voice,
        List<String> queues,
        long waiting,
        boolean simulated) {
    public RequestReport {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        needs = List.copyOf(needs);
        names = List.copyOf(names);
        reasons = List.copyOf(reasons);
        queues = List.copyOf(queues);
    }

    /**
     * A call to listen to.
     *
     * @param atMs where the words begin; null for the whole call
     */
    public record ToHear(
            String callId, Instant startedAt, @Nullable Long atMs) {}

    /**
     * Something that is heard in calls.
     *
     * @param id of a signal, reason or code; or a name of the site's list
     * @param shift against the weeks before
     * @param about contact reasons of these calls, most frequent first
     * @param hear calls, the newest first
     */
    public record Heard(String id, Share share, Shift shift, List<Part> about, List<ToHear> hear) {
        public Heard {
            about = List.copyOf(about);
            hear = List.copyOf(hear);
        }
    }

    /** A part of it: a reason, stage or product; null where it is not known. */
    public record Part(@Nullable String id, Share share) {}

    /**
     * Where customers could not help themselves.
     *
     * @param steps what was tried, most frequent first; a call may show several
     * @param stages of the journey at which a barrier was heard
     * @param products each of the calls about it
     */
    public record Breaks(Share share, Shift shift, List<Heard> steps, List<Part> stages, List<Part> products) {
        public Breaks {
            steps = List.copyOf(steps);
            stages = List.copyOf(stages);
            products = List.copyOf(products);
        }
    }

    /**
     * What keeps agents from helping, by the department that the call's gravest barrier belongs to. Never of an agent or
     * a team: what few agents' calls show is not told.
     *
     * @param departments most calls first
     * @param withheld departments of which nothing is told
     * @param all the shown departments together
     */
    public record Voice(State state, List<Department> departments, int withheld, List<Sign> all) {
        /** Whether anything may be told. */
        public enum State {
            SHOWN,
            /** The reader sees one team: its agents could be told. */
            ONE_TEAM,
            /** Too few calls, or of too few agents. */
            TOO_FEW;

            /** The word in JSON and messages. */
            @JsonValue
            public String id() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        public Voice {
            departments = List.copyOf(departments);
            all = List.copyOf(all);
        }

        static Voice silent(State state, int withheld) {
            return new Voice(state, List.of(), withheld, List.of());
        }
    }

    /**
     * A department's calls.
     *
     * @param kind whose they are
     * @param department its id; null unless {@code kind} is {@code NAMED}
     */
    public record Department(Kind kind, @Nullable String department, long calls, List<Sign> signs) {
        /** Whose calls they are. */
        public enum Kind {
            NAMED,
            /** Calls without a barrier, so of nobody. */
            NONE,
            /** Departments with too few calls, taken together. */
            OTHERS;

            /** The word in JSON and messages. */
            @JsonValue
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        public Department {
            signs = List.copyOf(signs);
        }
    }

    /**
     * A signal of the process in a department's calls.
     *
     * @param hear calls; none where they would tell a person
     */
    public record Sign(String signal, Share share, List<ToHear> hear) {
        public Sign {
            hear = List.copyOf(hear);
        }
    }

    /** Every call that it leads to. */
    @JsonIgnore
    public List<ToHear> toHear() {
        Stream<Heard> heard = Stream.of(needs, List.of(competitors), names, reasons, breaks.steps())
                .flatMap(List::stream);
        return Stream.concat(
                        heard.flatMap(one -> one.hear().stream()),
                        voice.departments().stream()
                                .flatMap(one -> one.signs().stream())
                                .flatMap(sign -> sign.hear().stream()))
                .toList();
    }
}
