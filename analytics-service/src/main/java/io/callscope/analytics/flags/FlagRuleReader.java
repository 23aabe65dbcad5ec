package io.callscope.analytics.flags;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.SignalDefinition;
import io.callscope.analytics.codebook.YamlNode;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads flag rules strictly. Not thread-safe. */
final class FlagRuleReader {
    private static final Set<String> NEEDS = Set.of("llm", "linked-contacts", "scorecards");
    private static final int LARGEST = 10_000;
    private static final String PROMISE = "promise";
    private static final String DROPPED = "droppedWithinSec";
    private static final String[] CONDITIONS = Stream.concat(
                    Stream.of(
                            "signal",
                            "code",
                            "force",
                            "polarity",
                            "severity",
                            "contactNumber",
                            "drivers",
                            "barrierForces",
                            PROMISE,
                            DROPPED),
                    Arrays.stream(TalkFigure.values()).map(TalkFigure::id))
            .toArray(String[]::new);

    private final ConfigProblems problems;
    private final Set<String> codes;
    private final Set<String> signals;
    private final Set<String> forces =
            Arrays.stream(Force.values()).map(Force::id).collect(Collectors.toSet());
    private final Set<String> resolutions =
            Arrays.stream(Resolution.values()).map(Resolution::id).collect(Collectors.toSet());

    FlagRuleReader(Codebook codebook, ConfigProblems problems) {
        this.problems = problems;
        this.codes = codebook.codes().stream().map(CodeDefinition::id).collect(Collectors.toSet());
        this.signals = codebook.signals().stream().map(SignalDefinition::id).collect(Collectors.toSet());
    }

    List<FlagRule> read(Path configDir, String file) {
        YamlNode root =
                YamlNode.read(configDir, configDir.resolve(file), problems).onlyKeys("flags");
        List<FlagRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : root.at("flags").items()) {
            FlagRule rule = rule(node);
            if (!ids.add(rule.id())) {
                problems.add(node.at("id").path(), rule.id(), "an id of its own");
            }
            rules.add(rule);
        }
        return rules;
    }

    private FlagRule rule(YamlNode node) {
        node.onlyKeys("id", "name", "on", "priority", "dailyCap", "work", "queues", "resolutionIsNot", "any", "needs");
        boolean on = node.at("on").yes(false);
        String needs = node.at("needs").wordOrNull("something that is not measured yet", NEEDS);
        List<FlagCondition> conditions = node.at("any").items().stream()
                .flatMap(item -> conditions(item).stream())
                .toList();
        if (needs != null && on) {
            problems.add(node.at("on").path(), "true", "false while the rule needs " + needs);
        }
        if (needs == null && conditions.isEmpty()) {
            problems.add(node.at("any").path(), "", "one condition or more");
        }
        boolean later = conditions.stream().anyMatch(FlagCondition.OverduePromise.class::isInstance);
        if (later && conditions.size() > 1) {
            problems.add(
                    node.at("any").path(), PROMISE, "no condition beside it, for it is decided later than the others");
        }
        String resolution = node.at("resolutionIsNot").wordOrNull("a resolution", resolutions);
        return new FlagRule(
                node.at("id").text(),
                node.at("name").local(CodebookLoader.LANGUAGES),
                on,
                node.at("priority").number(1, 3, 3),
                node.at("dailyCap").number(1, LARGEST, LARGEST),
                node.at("work").yes(true),
                node.at("queues").items().stream().map(YamlNode::text).collect(Collectors.toSet()),
                resolution == null || !resolutions.contains(resolution) ? null : Resolution.ofId(resolution),
                conditions,
                needs);
    }

    /** One condition, or none when it cannot be read; what is wrong is noted. */
    private List<FlagCondition> conditions(YamlNode node) {
        node.onlyKeys(CONDITIONS);
        for (TalkFigure figure : TalkFigure.values()) {
            if (node.at(figure.id()).present()) {
                return List.of(
                        new FlagCondition.Talked(figure, node.at(figure.id()).number(1, figure.most(), 1)));
            }
        }
        if (node.at(DROPPED).present()) {
            return List.of(new FlagCondition.Dropped(node.at(DROPPED).number(1, 600, 1)));
        }
        if (node.at("signal").present()) {
            return List.of(new FlagCondition.Heard(node.at("signal").word("a signal", signals)));
        }
        if (node.at(PROMISE).present()) {
            node.at(PROMISE).word("what may become of a promise", Set.of("overdue"));
            return List.of(new FlagCondition.OverduePromise());
        }
        if (node.at("contactNumber").present()) {
            return List.of(
                    new FlagCondition.SaidContact(node.at("contactNumber").number(2, 99, 2)));
        }
        if (node.at("drivers").present()) {
            int count = node.at("drivers").number(1, 18, 1);
            return List.of(new FlagCondition.Marked(null, null, Polarity.DRIVER, 0, count, false));
        }
        if (node.at("barrierForces").present()) {
            int count = node.at("barrierForces").number(1, 6, 1);
            return List.of(new FlagCondition.Marked(null, null, Polarity.BARRIER, 0, count, true));
        }
        return marked(node);
    }

    private List<FlagCondition> marked(YamlNode node) {
        String code = node.at("code").wordOrNull("a code", codes);
        String force = node.at("force").wordOrNull("a force", forces);
        String polarity = node.at("polarity").wordOrNull("a polarity", Set.of("barrier", "driver"));
        int severity = node.at("severity").number(1, 3, 0);
        if (code == null && force == null && severity == 0) {
            problems.add(
                    node.path(),
                    "",
                    "a signal, code, force, severity, contactNumber, drivers, barrierForces, promise or a figure of the talk");
            return List.of();
        }
        Force ofForce = force == null || !forces.contains(force) ? null : Force.ofId(force);
        Polarity ofPolarity = polarity == null ? null : "driver".equals(polarity) ? Polarity.DRIVER : Polarity.BARRIER;
        return List.of(new FlagCondition.Marked(code, ofForce, ofPolarity, severity, 1, false));
    }
}
