package io.callscope.standalone.month;

import io.callscope.model.call.Direction;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Six weeks of Russian calls whose truth is known. The same seed, size and last day give the same calls. */
public final class SimulatedMonth {
    /** Fewest calls that make a month. */
    public static final int LEAST = 600;

    /** Most calls; there are not sentences enough for calls that all differ far above. */
    public static final int MOST = 20_000;

    private static final double LATE = 0.05;
    private static final int LATEST_DAYS = 9;
    /** Apart from the seed of the matter, so that the one can change and the other stays. */
    private static final long MANNERS = 0x6d616e6e657273L;

    private SimulatedMonth() {}

    /**
     * Makes the calls.
     *
     * @param calls about how many, from {@link #LEAST} to {@link #MOST}
     * @param lastDay the six weeks end with it
     * @param half of what sentences the calls are made
     * @return in order of their beginnings
     */
    public static List<MonthCall> of(long seed, int calls, LocalDate lastDay, Half half) {
        if (calls < LEAST || calls > MOST) {
            throw new IllegalArgumentException("calls %d: expected %d to %d".formatted(calls, LEAST, MOST));
        }
        Chance chance = new Chance(seed);
        Wording wording = Wording.of(half);
        List<PlannedCall> plan = new ArrayList<>(MonthPlan.of(chance, wording, lastDay, calls));
        plan.sort(Comparator.comparing((PlannedCall call) -> call.startedAt).thenComparing(call -> call.issue));
        Map<PlannedCall, String> ids = new IdentityHashMap<>();
        plan.forEach(call -> ids.put(call, "month-%05d".formatted(ids.size() + 1)));
        MonthTalk talk = new MonthTalk(chance, new Chance(seed ^ MANNERS), wording);
        return plan.stream().map(call -> made(call, ids, talk, chance)).toList();
    }

    private static MonthCall made(PlannedCall call, Map<PlannedCall, String> ids, MonthTalk talk, Chance chance) {
        boolean outbound = call.kind == Kind.CALL_BACK || call.kind == Kind.VOICEMAIL;
        Duration delay = delay(chance);
        MonthTalk.Said said = talk.of(call);
        return new MonthCall(
                id(ids, call),
                call.startedAt,
                call.startedAt.plus(delay),
                call.person.number(),
                call.agent,
                call.subject.queue(),
                call.subject.product(),
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                call.ending == Ending.FORWARDED,
                said.turns(),
                truth(call, ids, said));
    }

    private static Duration delay(Chance chance) {
        return chance.of(LATE) ? Duration.ofDays(1L + chance.below(LATEST_DAYS)) : Duration.ofMinutes(5);
    }

    private static MonthTruth truth(PlannedCall call, Map<PlannedCall, String> ids, MonthTalk.Said said) {
        boolean repeats = call.kind == Kind.CONTACT && call.repeat;
        return new MonthTruth(
                call.kind,
                call.issue,
                call.subject.id(),
                call.ending,
                repeats ? id(ids, call.earlier) : null,
                repeats ? call.cause : null,
                call.department,
                call.told ? call.cause : null,
                call.crowded,
                said.complains(),
                said.conduct());
    }

    private static String id(Map<PlannedCall, String> ids, @Nullable PlannedCall call) {
        String id = call == null ? null : ids.get(call);
        if (id == null) {
            throw new IllegalStateException("a call repeats one that is not of the month");
        }
        return id;
    }
}
