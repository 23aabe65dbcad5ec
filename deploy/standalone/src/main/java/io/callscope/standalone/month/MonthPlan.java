package io.callscope.standalone.month;

import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import io.callscope.standalone.month.PlannedCall.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who calls when about what, and why again: people with their issues, and one switchboard. Knows nothing of how
 * calls are linked. Not thread-safe.
 */
final class MonthPlan {
    /** Cause of a repeat of which neither call tells. */
    static final String NONE = "none";

    static final int WEEKS = 6;
    static final Duration WINDOW = Duration.ofDays(7);
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final int OPEN_MINUTES = 13 * 60;
    private static final double OTHER_ISSUE = 0.09;
    private static final double COMES_AGAIN = 0.3;
    private static final double MEAN_DAYS = 2.2;
    private static final double TELLS_CAUSE = 0.9;
    private static final double HIDDEN_NUMBER = 0.05;
    private static final double OTHER_NUMBER = 0.01;
    private static final double FORWARDED = 0.06;
    private static final double CALLED_BACK = 0.6;
    private static final double VOICEMAIL = 0.02;
    private static final int SWITCHBOARD_CALLS = 24;
    private static final int SWITCHBOARD_WEEK = 3;
    private static final Duration LEG_LASTS = Duration.ofSeconds(75);

    private final Chance chance;
    private final LocalDate firstDay;
    private final Instant end;
    private final Map<String, Subject> subjects;
    private final Map<String, Integer> subjectWeights;
    private final List<MonthCall.Agent> agents;
    private final List<PlannedCall> calls = new ArrayList<>();
    private int people;
    private int issues;

    private MonthPlan(Chance chance, Wording wording, LocalDate lastDay) {
        this.chance = chance;
        this.firstDay = lastDay.minusWeeks(WEEKS).plusDays(1);
        this.end = lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
        this.subjects = wording.subjects().stream().collect(Collectors.toMap(Subject::id, subject -> subject));
        this.subjectWeights = wording.subjects().stream().collect(Collectors.toMap(Subject::id, Subject::weight));
        this.agents = agents(wording.turn("agents"));
    }

    /** Calls of the six weeks that end with the day, in no order. */
    static List<PlannedCall> of(Chance chance, Wording wording, LocalDate lastDay, int calls) {
        MonthPlan plan = new MonthPlan(chance, wording, lastDay);
        plan.switchboard();
        while (plan.calls.size() < calls) {
            plan.person();
        }
        return List.copyOf(plan.calls);
    }

    private static List<MonthCall.Agent> agents(List<String> names) {
        List<String> teams = List.of("Север", "Юг", "Восток");
        List<MonthCall.Agent> agents = new ArrayList<>();
        for (String name : names) {
            agents.add(new MonthCall.Agent("m-%02d".formatted(agents.size() + 1), name, teams.get(agents.size() % 3)));
        }
        return List.copyOf(agents);
    }

    private Instant anyTime() {
        LocalDate day = firstDay.plusDays(chance.below(WEEKS * 7));
        return atWork(day.atTime(OPENS)
                .plusSeconds((long) (chance.unit() * OPEN_MINUTES * 60))
                .atZone(ZONE));
    }

    /** The same, or the next morning when the center is closed. */
    private Instant atWork(ZonedDateTime time) {
        ZonedDateTime opens = time.with(OPENS);
        if (time.isBefore(opens)) {
            return opens.plusMinutes(chance.below(60)).toInstant();
        }
        return time.isAfter(opens.plusMinutes(OPEN_MINUTES))
                ? opens.plusDays(1).plusMinutes(chance.below(60)).toInstant()
                : time.toInstant();
    }

    private Instant later(Instant from, double days) {
        return atWork(
                from.plusSeconds((long) (days * Duration.ofDays(1).toSeconds())).atZone(ZONE));
    }

    private Person newPerson(boolean hidden) {
        int id = people++;
        return new Person("p" + id, hidden ? null : String.format(Locale.ROOT, "+7999%07d", id));
    }

    private void switchboard() {
        Person person = newPerson(false);
        for (int i = 0; i < SWITCHBOARD_CALLS; i++) {
            LocalDate day = firstDay.plusWeeks(SWITCHBOARD_WEEK).plusDays(i % 5);
            Instant at = day.atTime(OPENS)
                    .plusMinutes(chance.below(OPEN_MINUTES))
                    .atZone(ZONE)
                    .toInstant();
            PlannedCall call = call(Kind.CONTACT, person, "i" + issues++, anySubject(null), at, true);
            call.ending = ending();
            calls.add(call);
        }
    }

    private void person() {
        Person person = newPerson(chance.of(HIDDEN_NUMBER));
        Subject subject = anySubject(null);
        Instant start = anyTime();
        if (chance.of(VOICEMAIL)) {
            calls.add(call(Kind.VOICEMAIL, person, "i" + issues++, subject, start, false));
            return;
        }
        issue(person, subject, start);
        if (chance.of(OTHER_ISSUE)) {
            Instant other = later(start, 0.1 + chance.exponential(MEAN_DAYS));
            if (other.isBefore(end)) {
                issue(person, anySubject(subject), other);
            }
        }
    }

    private Subject anySubject(@Nullable Subject but) {
        Subject subject;
        do {
            subject = Objects.requireNonNull(subjects.get(chance.weighted(subjectWeights)));
        } while (subject.equals(but));
        return subject;
    }

    private PlannedCall call(Kind kind, Person person, String issue, Subject subject, Instant at, boolean crowded) {
        return new PlannedCall(kind, person, issue, subject, at, chance.any(agents), crowded);
    }

    private void issue(Person caller, Subject subject, Instant start) {
        String issue = "i" + issues++;
        Person person = caller;
        PlannedCall last = call(Kind.CONTACT, person, issue, subject, start, false);
        calls.add(last);
        while (chance.of(COMES_AGAIN)) {
            Instant at = later(last.startedAt, 0.1 + chance.exponential(MEAN_DAYS));
            if (!at.isBefore(end)) {
                break;
            }
            if (chance.of(OTHER_NUMBER)) {
                person = newPerson(false);
            }
            PlannedCall next = call(Kind.CONTACT, person, issue, subject, at, false);
            comesAgain(last, next);
            calls.add(next);
            forward(last);
            last = next;
        }
        last.ending = ending();
        forward(last);
        callBack(last, end);
    }

    private Ending ending() {
        double drawn = chance.unit();
        return drawn < 0.72 ? Ending.SOLVED : drawn < 0.86 ? Ending.PROMISE : Ending.OPEN;
    }

    /** Draws why, and lets the earlier call end so that it can be why. */
    private void comesAgain(PlannedCall last, PlannedCall next) {
        String cause = chance.weighted(last.subject.causes());
        next.earlier = last;
        next.cause = cause;
        next.repeat = !next.startedAt.isAfter(last.startedAt.plus(WINDOW));
        next.told = !cause.equals(NONE) && chance.of(TELLS_CAUSE);
        if (cause.equals("other-department-process")) {
            next.department = switch (last.subject.queue()) {
                case "Платежи" -> "billing";
                case "Техподдержка" -> "field-service";
                default -> "logistics";
            };
        }
        last.ending = switch (cause) {
            case "promise-not-kept", "early-check" -> Ending.PROMISE;
            case "not-resolved", "wrong-transfer", "call-dropped", "mass-incident" -> Ending.OPEN;
            default -> Ending.SOLVED;
        };
        if (cause.equals("no-status-update") && chance.of(0.5)) {
            last.ending = Ending.OPEN;
        }
    }

    private void forward(PlannedCall call) {
        if (!chance.of(FORWARDED)) {
            return;
        }
        PlannedCall leg =
                call(Kind.LEG, call.person, call.issue, call.subject, call.startedAt.plus(LEG_LASTS), call.crowded);
        leg.earlier = call;
        leg.ending = call.ending;
        leg.told = call.told;
        leg.cause = call.cause;
        leg.department = call.department;
        call.ending = Ending.FORWARDED;
        calls.add(leg);
    }

    private void callBack(PlannedCall call, Instant before) {
        if (call.ending != Ending.PROMISE || !chance.of(CALLED_BACK)) {
            return;
        }
        Instant at = later(call.startedAt, 0.2 + chance.unit());
        if (at.isBefore(before)) {
            calls.add(call(Kind.CALL_BACK, call.person, call.issue, call.subject, at, false));
        }
    }
}
