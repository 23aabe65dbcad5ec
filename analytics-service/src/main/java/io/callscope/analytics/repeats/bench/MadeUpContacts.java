package io.callscope.analytics.repeats.bench;

import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.repeats.CallFacts;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up people, their issues and the calls about them: some call again, some are forwarded, some hide their number or
 * use another one, some numbers are switchboards, and the reason is sometimes misheard. Knows nothing of how calls are
 * linked. The same seed gives the same calls. Not thread-safe.
 */
public final class MadeUpContacts {
    /** Reasons with how often people call about them. */
    private static final List<String> REASONS = List.of(
            "order-status",
            "order-status",
            "order-status",
            "delivery-problem",
            "delivery-change",
            "payment-question",
            "wrong-charge",
            "refund",
            "new-order",
            "product-advice",
            "documents",
            "technical-fault",
            "technical-fault",
            "quality-claim",
            "visit-request",
            "account-access",
            "data-change",
            "loyalty-programme",
            "cancellation");

    private static final List<String> CAUSES = List.of(
            "no-status-update",
            "no-status-update",
            "no-status-update",
            "promise-not-kept",
            "promise-not-kept",
            "not-resolved",
            "not-resolved",
            "other-department-process",
            "other-department-process",
            "unclear-information",
            "self-service-failed",
            "wrong-transfer",
            "product-defect",
            "call-dropped",
            "customer-did-not-follow",
            "mass-incident");

    private static final List<String> OWNERS = List.of("logistics", "billing", "field-service", "backoffice", "retail");
    private static final List<String> QUEUES = List.of("Заказы", "Доставка", "Платежи", "Техподдержка", "Интернет");
    private static final List<String> TEAMS = List.of("Север", "Юг", "Восток", "Запад");
    private static final List<String> PRODUCTS = List.of("internet", "tv", "shop");

    private static final double ISSUES_A_WEEK = 0.1;
    private static final double COMES_AGAIN = 0.24;
    private static final double DAYS_UNTIL = 2.0;
    private static final double REASON_MISHEARD = 0.03;
    private static final double COMPLAINS_INSTEAD = 0.05;
    private static final double FORWARDED = 0.06;
    private static final double HIDES_NUMBER = 0.05;
    private static final double OTHER_NUMBER = 0.015;
    private static final double ROBOT = 0.02;
    private static final double SAYS_SO = 0.45;
    private static final double SAYS_WHY = 0.7;
    private static final double SAYS_SO_FALSELY = 0.01;
    private static final double CALLED_BACK = 0.5;
    private static final double CROWDED_SHARE = 0.02;
    private static final int CALLS_OF_A_SWITCHBOARD_A_WEEK = 60;

    private final Random random;
    private final Instant from;
    private final Duration window;
    private final int weeks;
    private final List<MadeUpCall> calls = new ArrayList<>();
    private int people;
    private int issues;

    private MadeUpContacts(long seed, Instant from, int weeks, Duration window) {
        this.random = new Random(seed);
        this.from = from;
        this.weeks = weeks;
        this.window = window;
    }

    /**
     * @param from when the first begins
     * @param weeks over which they spread, from 1
     * @param window after which coming again is no repeat by definition
     * @return about so many calls, in no order
     */
    public static List<MadeUpCall> of(long seed, int calls, Instant from, int weeks, Duration window) {
        MadeUpContacts made = new MadeUpContacts(seed, from, weeks, window);
        int crowded = (int) (calls * CROWDED_SHARE);
        while (made.calls.size() < calls - crowded) {
            made.person();
        }
        while (made.calls.size() < calls) {
            made.switchboard();
        }
        return List.copyOf(made.calls);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Instant anyTime() {
        return from.plusSeconds(
                (long) (random.nextDouble() * weeks * Duration.ofDays(7).toSeconds()));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static String key(String of) {
        return String.format(
                Locale.ROOT, "%064x", Integer.toUnsignedLong(of.hashCode()) * 2_654_435_761L + of.length());
    }

    private void person() {
        String person = "p" + people++;
        String number = chance(HIDES_NUMBER) ? null : key(person);
        boolean once = true;
        for (int week = 0; week < weeks; week++) {
            if (chance(ISSUES_A_WEEK) || once && week == weeks - 1) {
                once = false;
                Instant start = from.plusSeconds((long)
                        ((week + random.nextDouble()) * Duration.ofDays(7).toSeconds()));
                issue(person, number, start);
            }
        }
    }

    private void issue(String person, @Nullable String number, Instant start) {
        String issue = "i" + issues++;
        String reason = any(REASONS);
        String product = any(PRODUCTS);
        if (chance(ROBOT)) {
            noContact(person, number, issue, start, Direction.INBOUND, Verdict.NO_LIVE_CUSTOMER);
            return;
        }
        Instant end = from.plus(Duration.ofDays(7L * weeks));
        Instant at = start;
        MadeUpCall before = null;
        while (at.isBefore(end)) {
            boolean again = chance(COMES_AGAIN);
            String cause = any(CAUSES);
            before = contact(person, number, issue, reason, product, at, before, again, cause);
            if (!again) {
                return;
            }
            at = at.plusSeconds(1_800 + (long) (exponential(DAYS_UNTIL) * 86_400));
        }
    }

    private MadeUpCall contact(
            String person,
            @Nullable String number,
            String issue,
            String reason,
            String product,
            Instant at,
            @Nullable MadeUpCall before,
            boolean comesAgain,
            String why) {
        String used = number != null && before != null && chance(OTHER_NUMBER) ? key(person + "/other") : number;
        boolean repeats =
                before != null && !at.isAfter(before.facts().startedAt().plus(window));
        boolean says = before != null ? chance(SAYS_SO) : chance(SAYS_SO_FALSELY);
        boolean promised = comesAgain && why.equals("promise-not-kept");
        boolean forwarded = chance(FORWARDED);
        String heard = heard(reason, before != null);
        MadeUpCall first = call(
                person,
                used,
                issue,
                at,
                product,
                forwarded ? Circumstances.OTHER : heard,
                comesAgain && chance(0.6)
                        ? Resolution.UNRESOLVED
                        : chance(0.7) ? Resolution.RESOLVED : Resolution.UNKNOWN,
                says ? (chance(SAYS_WHY) ? any(CAUSES) : Circumstances.NO_CAUSE) : null,
                promised,
                forwarded,
                repeats ? Objects.requireNonNull(before).facts().callId() : null,
                false,
                false);
        if (forwarded) {
            call(
                    person,
                    used,
                    issue,
                    first.facts().startedAt().plusMillis(first.facts().durationMs() + random.nextInt(300_000)),
                    product,
                    heard,
                    first.facts().resolution(),
                    null,
                    promised,
                    false,
                    null,
                    false,
                    true);
        }
        if (promised && number != null && chance(CALLED_BACK)) {
            noContact(
                    person,
                    number,
                    issue,
                    at.plusSeconds(3_600 + random.nextInt(86_400)),
                    Direction.OUTBOUND,
                    Verdict.JUDGED);
        }
        return first;
    }

    private String heard(String reason, boolean again) {
        if (chance(REASON_MISHEARD)) {
            return chance(0.5) ? Circumstances.NOT_UNDERSTOOD : any(REASONS);
        }
        return again && chance(COMPLAINS_INSTEAD) ? "complaint" : reason;
    }

    private MadeUpCall call(
            String person,
            @Nullable String number,
            String issue,
            Instant at,
            String product,
            String reason,
            Resolution resolution,
            @Nullable String saidCause,
            boolean promised,
            boolean forwarded,
            @Nullable String repeats,
            boolean crowded,
            boolean leg) {
        MadeUpCall call = new MadeUpCall(
                new CallFacts(
                        nextId(),
                        number,
                        at,
                        120_000 + random.nextInt(480_000),
                        Direction.INBOUND,
                        any(QUEUES),
                        any(TEAMS),
                        product,
                        null,
                        forwarded,
                        Verdict.JUDGED,
                        reason,
                        resolution,
                        saidCause,
                        promised,
                        saidCause == null ? List.of() : List.of(any(OWNERS))),
                issue,
                person,
                repeats,
                crowded,
                leg);
        calls.add(call);
        return call;
    }

    /** A call-back of the center, or a machine that dialled. */
    private void noContact(
            String person, @Nullable String number, String issue, Instant at, Direction direction, Verdict verdict) {
        calls.add(new MadeUpCall(
                new CallFacts(
                        nextId(),
                        number,
                        at,
                        90_000,
                        direction,
                        any(QUEUES),
                        any(TEAMS),
                        null,
                        null,
                        false,
                        verdict,
                        Circumstances.OTHER,
                        Resolution.UNKNOWN,
                        null,
                        false,
                        List.of()),
                issue,
                person,
                null,
                false,
                false));
    }

    /** A company's number: every call is somebody else's, about something else. */
    private void switchboard() {
        String number = key("switchboard-" + people);
        for (int call = 0; call < CALLS_OF_A_SWITCHBOARD_A_WEEK * weeks; call++) {
            call(
                    "p" + people++,
                    number,
                    "i" + issues++,
                    anyTime(),
                    any(PRODUCTS),
                    any(REASONS),
                    Resolution.RESOLVED,
                    null,
                    false,
                    false,
                    null,
                    true,
                    false);
        }
    }

    private String nextId() {
        return String.format(Locale.ROOT, "made-up-%08d", calls.size());
    }
}
