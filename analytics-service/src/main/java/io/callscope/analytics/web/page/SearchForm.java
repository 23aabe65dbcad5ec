package io.callscope.analytics.web.page;

import io.callscope.analytics.search.Facets;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.api.CallQuery;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The conditions of a search as its form shows them. One request's. */
public final class SearchForm {
    /** Shown as fields of their own, so that no chip repeats them. */
    private static final Set<String> IN_SIGHT =
            Set.of("text", "party", "period", "from", "to", "flagged", "force", "rule", "team", "agent", "size");

    private static final List<String> CARD_STATES = List.of("new", "in-work", "put-off", "handed-over", "checked");

    private final View view;
    private final CallQuery query;
    private final Facets facets;

    SearchForm(View view, CallQuery query, Facets facets) {
        this.view = view;
        this.query = query;
        this.facets = facets;
    }

    /**
     * A condition with values to choose from.
     *
     * @param name of the parameter
     * @param chosen how many are chosen
     */
    public record Pick(String name, String label, List<Option> options, long chosen) {}

    /**
     * A value to choose.
     *
     * @param group what it stands under; empty when nothing
     */
    public record Option(String value, String label, String group, boolean isChosen) {}

    /**
     * A condition of the list.
     *
     * @param without the list that goes without it
     */
    public record Chip(String label, String value, String without) {}

    /** Conditions that are always in sight. */
    public List<Pick> main() {
        return List.of(
                pick("force", ids(Force.values(), Force::id), id -> view.label(Kind.FORCE, id)),
                pick("rule", view.rules(), view::rule),
                pick("team", withChosen("team", facets.teams()), UnaryOperator.identity()));
    }

    /** Conditions that are looked for only now and then. */
    public List<Pick> others() {
        return List.of(
                codes(),
                pick("polarity", ids(Polarity.values(), Polarity::id), id -> view.t("polarity." + id)),
                pick("stage", view.ids(Kind.STAGE), id -> view.label(Kind.STAGE, id)),
                pick("owner", view.ids(Kind.DEPARTMENT), id -> view.label(Kind.DEPARTMENT, id)),
                pick("signal", view.ids(Kind.SIGNAL), id -> view.label(Kind.SIGNAL, id)),
                pick("reason", view.ids(Kind.REASON), id -> view.label(Kind.REASON, id)),
                pick("resolution", ids(Resolution.values(), Resolution::id), id -> view.t("resolution." + id)),
                pick("cause", causes(), this::cause),
                pick("verdict", ids(Verdict.values(), Verdict::id), id -> view.t("verdict." + id)),
                pick("card", CARD_STATES, id -> view.t("filter.card." + id)),
                pick("priority", List.of("1", "2", "3"), id -> view.t("priority." + id)),
                pick("state", ids(CallState.values(), CallState::id), id -> view.t("state." + id)),
                pick("language", withChosen("language", List.of("ru", "en")), view::languageName),
                pick("queue", withChosen("queue", facets.queues()), UnaryOperator.identity()),
                pick("product", withChosen("product", facets.products()), UnaryOperator.identity()),
                pick("direction", ids(Direction.values(), Direction::id), id -> view.t("direction." + id)));
    }

    /** Figures of the talk, each a field for the least of it. */
    public List<TalkFigure> talk() {
        return List.of(TalkFigure.values());
    }

    /** What stands in a field that takes any text: one for each value, at least an empty one. */
    public List<String> inputs(String parameter) {
        List<String> values = query.values(parameter);
        return values.isEmpty() ? List.of("") : values;
    }

    /** What stands in a field. */
    public String value(String parameter) {
        return query.value(parameter);
    }

    public boolean isNarrowed() {
        return query.isNarrowed();
    }

    public List<Facets.Agent> agents() {
        return facets.agents();
    }

    private List<String> causes() {
        Set<String> causes = new LinkedHashSet<>(view.ids(Kind.CAUSE));
        causes.add("none");
        return List.copyOf(causes);
    }

    private String cause(String id) {
        return id.equals("none") ? view.t("call.repeat.no-cause") : view.label(Kind.CAUSE, id);
    }

    private Pick codes() {
        List<Option> options = new ArrayList<>();
        for (Force force : Force.values()) {
            for (String code : view.codes()) {
                if (code.startsWith(force.id() + ".")) {
                    options.add(option("code", code, view.code(code), view.force(force)));
                }
            }
        }
        return pick("code", options);
    }

    /** What occurs, and what was asked for although it does not. */
    private List<String> withChosen(String name, List<String> occurring) {
        Set<String> values = new LinkedHashSet<>(occurring);
        values.addAll(query.values(name));
        return List.copyOf(values);
    }

    private Pick pick(String name, List<String> values, Function<String, String> label) {
        return pick(
                name,
                values.stream()
                        .map(value -> option(name, value, label.apply(value), ""))
                        .toList());
    }

    private Pick pick(String name, List<Option> options) {
        return new Pick(
                name,
                view.t("filter." + name),
                options,
                options.stream().filter(Option::isChosen).count());
    }

    private Option option(String name, String value, String label, String group) {
        return new Option(value, label, group, query.values(name).contains(value));
    }

    private static <T> List<String> ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    /** The conditions of the list that are out of sight, each with the list that goes without it. */
    public List<Chip> chips() {
        List<Pick> picks = others();
        List<Chip> chips = new ArrayList<>();
        query.given().forEach((name, values) -> {
            if (!IN_SIGHT.contains(name)) {
                values.forEach(value -> chips.add(new Chip(
                        view.t("filter." + name),
                        shown(picks, name, value),
                        query.addressWithout(CallsPage.ADDRESS, name, value))));
            }
        });
        return chips;
    }

    private String shown(List<Pick> picks, String name, String value) {
        return switch (name) {
            case "repeat", "audio" -> view.t("filter." + name + "." + value);
            case "severity" -> view.t("filter.severity.from", view.t("severity." + value));
            case "deadAirSec", "holdSec" -> view.t("filter.talk.from-seconds", value);
            case "deadAirPercent", "agentTalkPercent", "overtalkPercent" -> view.t("filter.talk.from-percent", value);
            case "agentInterruptions" -> view.t("filter.talk.from", value);
            default ->
                picks.stream()
                        .filter(pick -> pick.name().equals(name))
                        .flatMap(pick -> pick.options().stream())
                        .filter(option -> option.value().equals(value))
                        .map(Option::label)
                        .findFirst()
                        .orElse(value);
        };
    }
}
