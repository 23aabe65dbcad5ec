package io.callscope.standalone.month;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.callscope.analytics.review.simulated.CallTruth;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.Party;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a simulated call who never errs: by the scorecard of the service line, in codes of the shipped
 * codebook. Immutable.
 */
public final class MonthJudge {
    private static final TypeReference<Map<String, Map<String, String>>> BARRIERS = new TypeReference<>() {};
    private static final Duration CUSTOMER_TALKS = Duration.ofSeconds(20);

    private final Map<String, Map<String, String>> barriers;

    /** Reads which barriers are heard in what. */
    public MonthJudge() {
        try (InputStream in = MonthJudge.class.getResourceAsStream("/month/barriers.yaml")) {
            this.barriers = new ObjectMapper(new YAMLFactory())
                    .readValue(Objects.requireNonNull(in, "/month/barriers.yaml"), BARRIERS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /month/barriers.yaml", e);
        }
    }

    /** The truth of a call. */
    public CallTruth of(MonthCall call) {
        MonthTruth truth = call.truth();
        String cause = truth.cause();
        return new CallTruth(
                criteria(call),
                barriers(truth),
                truth.repeats() != null,
                truth.repeats(),
                MonthPlan.NONE.equals(cause) ? null : cause,
                switch (truth.ending()) {
                    case SOLVED -> Resolution.RESOLVED;
                    case OPEN, PROMISE -> Resolution.UNRESOLVED;
                    case FORWARDED -> Resolution.UNKNOWN;
                });
    }

    private static Map<String, Answer> criteria(MonthCall call) {
        MonthTruth truth = call.truth();
        if (truth.kind() != Kind.CONTACT && truth.kind() != Kind.LEG) {
            return Map.of();
        }
        Conduct conduct = truth.conduct();
        boolean told = truth.tells() != null;
        boolean forwarded = truth.ending() == Ending.FORWARDED;
        Map<String, Answer> criteria = new TreeMap<>();
        criteria.put("greeting", met(conduct.greets()));
        // nobody in the month gives his name unasked, or is told what only he may know
        criteria.put("by-name", Answer.NOT_APPLICABLE);
        criteria.put("identity-check", Answer.NOT_APPLICABLE);
        criteria.put("no-interrupting", customerTalks(call) ? Answer.MET : Answer.NOT_APPLICABLE);
        criteria.put("understood", forwarded ? Answer.NOT_APPLICABLE : met(conduct.understands()));
        criteria.put("no-repeating", told ? met(!"wrong-transfer".equals(truth.tells())) : Answer.NOT_APPLICABLE);
        criteria.put("correct-information", forwarded ? Answer.NOT_APPLICABLE : met(conduct.right()));
        criteria.put("solved-or-next-step", met(truth.ending() != Ending.OPEN));
        criteria.put("refusal-explained", Answer.NOT_APPLICABLE);
        criteria.put(
                "case-number",
                forwarded || truth.ending() == Ending.SOLVED ? Answer.NOT_APPLICABLE : met(conduct.namesCase()));
        criteria.put("polite", met(forwarded || conduct.polite()));
        criteria.put("empathy", told ? met(conduct.sympathises()) : Answer.NOT_APPLICABLE);
        criteria.put("waiting", Answer.NOT_APPLICABLE);
        criteria.put("farewell", forwarded ? Answer.NOT_APPLICABLE : met(conduct.takesLeave()));
        return criteria;
    }

    /** Long enough to be interrupted, by the scorecard's own measure. */
    private static boolean customerTalks(MonthCall call) {
        return call.turns().stream()
                        .filter(turn -> turn.party() == Party.CUSTOMER)
                        .mapToLong(turn -> turn.endMs() - turn.startMs())
                        .sum()
                >= CUSTOMER_TALKS.toMillis();
    }

    private static Answer met(boolean met) {
        return met ? Answer.MET : Answer.NOT_MET;
    }

    private List<String> barriers(MonthTruth truth) {
        TreeSet<String> heard = new TreeSet<>();
        if (truth.kind() == Kind.CONTACT || truth.kind() == Kind.LEG) {
            add(heard, "reasons", truth.reason());
            if (truth.tells() != null && truth.department() != null) {
                add(heard, "departments", truth.department());
            } else {
                add(heard, "causes", truth.tells());
            }
            if (truth.complains()) {
                add(heard, "manners", "complains");
            }
            if (!truth.conduct().polite() && truth.ending() != Ending.FORWARDED) {
                add(heard, "manners", "rude");
            }
        }
        return List.copyOf(heard);
    }

    private void add(TreeSet<String> heard, String in, @Nullable String what) {
        String code = what == null
                ? null
                : Objects.requireNonNull(barriers.get(in), in).get(what);
        if (code != null) {
            heard.add(code);
        }
    }
}
