package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.FalseReason;
import io.callscope.analytics.desk.FollowUp;
import io.callscope.analytics.desk.Move;
import io.callscope.analytics.desk.Outcome;
import io.callscope.analytics.desk.Receiver;
import io.callscope.analytics.desk.Result;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of a form what is to become of a card. What cannot be taken is a {@link ProblemException} that names the
 * field, what stood in it and what was expected. Immutable, thread-safe.
 *
 * @param zone in which times are typed
 * @param departments ids that a card can be handed to
 */
record MoveForm(ZoneId zone, List<String> departments) {
    private static final int MAX_TEXT = 2_000;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String RULE = "rule.";
    private static final String SEPARATOR = ":";

    static int version(Context context) {
        String value = field(context, "version");
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw bad("version", value, "expected.number", "1", "999999999");
        }
        return Integer.parseInt(value);
    }

    Move check(Context context) {
        FollowUp followUp = optional(context, "follow-up", FollowUp::ofId, ids(FollowUp.values(), FollowUp::id));
        String department = followUp == FollowUp.PASS_ON ? department(context, "follow-up-department") : null;
        String comment = text(context, "comment");
        Result outcome = outcome("outcome", field(context, "outcome"));
        Result whole = new Result(outcome.outcome(), outcome.falseReason(), followUp, department, comment);
        Map<String, Result> byRule = new HashMap<>();
        context.formParamMap().forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.get(0);
            if (name.startsWith(RULE) && !value.isEmpty()) {
                byRule.put(name.substring(RULE.length()), outcome(name, value));
            }
        });
        return new Move.Check(whole, byRule);
    }

    /** An outcome such as {@code confirmed}, a false mark with its reason: {@code false-mark:words}. */
    private static Result outcome(String name, String value) {
        int colon = value.indexOf(SEPARATOR);
        Optional<Outcome> outcome = Outcome.ofId(colon < 0 ? value : value.substring(0, colon));
        Optional<FalseReason> reason = colon < 0 ? Optional.empty() : FalseReason.ofId(value.substring(colon + 1));
        boolean consistent = outcome.isPresent()
                && (outcome.get() == Outcome.FALSE_MARK) == reason.isPresent()
                && (colon < 0) == reason.isEmpty();
        if (!consistent) {
            throw bad(name, value, "expected.one-of", "confirmed, confirmed-solved, unclear, false-mark:" + reasons());
        }
        return new Result(outcome.get(), reason.orElse(null), null, null, "");
    }

    private static String reasons() {
        return Arrays.stream(FalseReason.values()).map(FalseReason::id).collect(Collectors.joining("|"));
    }

    static FalseReason falseReason(Context context) {
        String value = field(context, "reason");
        return FalseReason.ofId(value)
                .orElseThrow(
                        () -> bad("reason", value, "expected.one-of", reasons().replace("|", ", ")));
    }

    Move putOff(Context context, Instant now) {
        String value = field(context, "until");
        Instant until;
        try {
            until = LocalDateTime.parse(value).atZone(zone).toInstant();
        } catch (DateTimeException notATime) {
            throw bad("until", value, "expected.time");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw bad("until", value, "expected.later");
        }
        return new Move.PutOff(until, required(context, "reason"));
    }

    Move handOver(Context context, List<Colleague> colleagues) {
        String to = field(context, "to");
        String comment = text(context, "comment");
        int colon = to.indexOf(SEPARATOR);
        String id = to.substring(colon + 1);
        if (to.startsWith("department:") && departments.contains(id)) {
            return new Move.HandOver(new Receiver.Department(id), comment);
        }
        boolean known = colleagues.stream().anyMatch(one -> one.login().equals(id));
        if (to.startsWith("colleague:") && known) {
            return new Move.HandOver(new Receiver.Colleague(id), comment);
        }
        throw bad("to", to, "expected.receiver");
    }

    private String department(Context context, String name) {
        String value = field(context, name);
        if (!departments.contains(value)) {
            throw bad(name, value, "expected.department");
        }
        return value;
    }

    private static <T> @Nullable T optional(
            Context context, String name, Function<String, Optional<T>> reader, String ids) {
        String value = field(context, name);
        return value.isEmpty() ? null : reader.apply(value).orElseThrow(() -> bad(name, value, "expected.one-of", ids));
    }

    private static <T> String ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.joining(", "));
    }

    private static String required(Context context, String name) {
        String value = text(context, name);
        if (value.isEmpty()) {
            throw bad(name, value, "expected.words");
        }
        return value;
    }

    static String text(Context context, String name) {
        String value = field(context, name);
        if (value.length() > MAX_TEXT) {
            throw bad(name, value, "expected.length", Integer.toString(MAX_TEXT));
        }
        return value;
    }

    static String field(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "").strip();
    }

    private static ProblemException bad(String name, String value, String expected, String... arguments) {
        return ProblemException.badParameter(name, value, Expected.of(expected, arguments));
    }
}
