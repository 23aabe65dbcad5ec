package io.callscope.analytics.web.api;

import static io.callscope.analytics.web.api.ParameterCheck.date;
import static io.callscope.analytics.web.api.ParameterCheck.duration;
import static io.callscope.analytics.web.api.ParameterCheck.known;
import static io.callscope.analytics.web.api.ParameterCheck.matching;
import static io.callscope.analytics.web.api.ParameterCheck.number;
import static io.callscope.analytics.web.api.ParameterCheck.oneOf;
import static io.callscope.analytics.web.api.ParameterCheck.text;

import io.callscope.analytics.search.Paging;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be asked of calls in an address: every parameter, in its fixed order. Immutable, thread-safe. */
final class CallParameters {
    /** More values of one parameter than anybody picks. */
    private static final int MOST_VALUES = 60;

    private static final List<String> YES_NO = List.of("true", "false");

    /** As the desk calls them in addresses. */
    static final List<String> CARD_STATES = List.of("new", "in-work", "put-off", "handed-over", "checked");

    private final List<Parameter> table;

    CallParameters(Labels labels) {
        List<Parameter> talk = Arrays.stream(TalkFigure.values())
                .map(figure -> one(figure.id(), number(0, figure.most())))
                .toList();
        this.table = Stream.of(
                        List.of(
                                one("text", text()),
                                one("party", oneOf(List.of(Party.CUSTOMER.id(), Party.AGENT.id()))),
                                one("period", oneOf(Period.ids())),
                                one("from", date()),
                                one("to", date()),
                                one("flagged", oneOf(YES_NO)),
                                many("priority", oneOf(List.of("1", "2", "3"))),
                                many("rule", known("expected.rule", labels.rules())),
                                many("card", oneOf(CARD_STATES)),
                                many("force", oneOf(ids(Force.values(), Force::id))),
                                many("code", known("expected.code", labels.codes())),
                                many("polarity", oneOf(ids(Polarity.values(), Polarity::id))),
                                one("severity", oneOf(List.of("1", "2", "3"))),
                                many("stage", oneOf(labels.ids(Kind.STAGE))),
                                many("owner", oneOf(labels.ids(Kind.DEPARTMENT))),
                                many("signal", oneOf(labels.ids(Kind.SIGNAL))),
                                many("reason", oneOf(labels.ids(Kind.REASON))),
                                many("resolution", oneOf(ids(Resolution.values(), Resolution::id))),
                                many("verdict", oneOf(ids(Verdict.values(), Verdict::id))),
                                one("repeat", oneOf(YES_NO)),
                                many("cause", oneOf(causes(labels))),
                                many("state", oneOf(ids(CallState.values(), CallState::id))),
                                one("durationFrom", duration()),
                                one("durationTo", duration())),
                        talk,
                        List.of(
                                many("language", matching("[a-z]{2,3}", "expected.language")),
                                many("team", text()),
                                many("agent", text()),
                                many("queue", text()),
                                many("product", text()),
                                many("direction", oneOf(ids(Direction.values(), Direction::id))),
                                many("customer", matching("[0-9]{4}", "expected.customer")),
                                one("audio", oneOf(YES_NO)),
                                many("id", matching("[A-Za-z0-9._:-]{1,128}", "expected.call-id")),
                                many("attribute", matching("(?s)[^=]{1,100}=.{1,200}", "expected.attribute")),
                                one("size", number(1, Paging.MAX_SIZE))))
                .flatMap(List::stream)
                .toList();
    }

    /** The causes, and that none was heard. */
    private static List<String> causes(Labels labels) {
        List<String> causes = new ArrayList<>(labels.ids(Kind.CAUSE));
        if (!causes.contains("none")) {
            causes.add("none");
        }
        return causes;
    }

    private record Parameter(String name, boolean isMany, ParameterCheck check) {}

    private static Parameter one(String name, ParameterCheck check) {
        return new Parameter(name, false, check);
    }

    private static Parameter many(String name, ParameterCheck check) {
        return new Parameter(name, true, check);
    }

    private static <T> List<String> ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    /** Names in their order. */
    List<String> names() {
        return table.stream().map(Parameter::name).toList();
    }

    /**
     * What was given, in the fixed order, without empty values and doubles.
     *
     * @param refused takes what does not fit; null to throw it
     * @throws ProblemException naming the parameter, its value and what was expected
     */
    Map<String, List<String>> read(Map<String, List<String>> parameters, @Nullable List<CallQuery.Refused> refused) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (Parameter parameter : table) {
            List<String> fitting = new ArrayList<>();
            for (String value : values(parameter, parameters)) {
                if (fits(parameter, value, refused)) {
                    fitting.add(value);
                }
            }
            if (!fitting.isEmpty()) {
                given.put(parameter.name(), List.copyOf(fitting));
            }
        }
        return given;
    }

    private static Set<String> values(Parameter parameter, Map<String, List<String>> parameters) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : parameters.getOrDefault(parameter.name(), List.of())) {
            if (!value.isBlank() && (parameter.isMany() || values.isEmpty())) {
                values.add(value.strip());
            }
        }
        if (values.size() > MOST_VALUES) {
            throw ProblemException.badParameter(
                    parameter.name(),
                    Integer.toString(values.size()),
                    Expected.of("expected.values", Integer.toString(MOST_VALUES)));
        }
        return values;
    }

    private static boolean fits(Parameter parameter, String value, @Nullable List<CallQuery.Refused> refused) {
        try {
            parameter.check().check(parameter.name(), value);
            return true;
        } catch (ProblemException problem) {
            if (refused == null) {
                throw problem;
            }
            refused.add(new CallQuery.Refused(parameter.name(), value));
            return false;
        }
    }
}
