package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.codebook.SignalDefinition;
import io.callscope.analytics.codebook.YamlNode;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one scorecard strictly. Not thread-safe; one reader reads one file. */
final class ScorecardReader {
    private static final int ALL_WEIGHT = 100;
    private static final int LONGEST_SECONDS = 36_000;
    private static final Set<String> DIRECTIONS =
            Arrays.stream(Direction.values()).map(Direction::id).collect(Collectors.toSet());
    private static final Set<String> RESOLUTIONS =
            Arrays.stream(Resolution.values()).map(Resolution::id).collect(Collectors.toSet());
    private static final Set<String> FIGURES =
            Arrays.stream(TalkFigure.values()).map(TalkFigure::id).collect(Collectors.toSet());
    private static final String[] JUDGES = {"said", "notHeard", "talk", "question", "people", "all", "any"};
    private static final String[] CIRCUMSTANCES = {
        "said",
        "signal",
        "code",
        "repeat",
        "resolutionIsNot",
        "direction",
        "seconds",
        "customerTalkSec",
        "hold",
        "notDroppedWithinSec",
        "question"
    };

    private final ConfigProblems problems;
    private final PhrasesReader phrases;
    private final Set<String> codes;
    private final Set<String> signals;
    private final Set<String> ids = new HashSet<>();

    ScorecardReader(Codebook codebook, ConfigProblems problems) {
        this.problems = problems;
        this.phrases = new PhrasesReader(codebook, problems);
        this.codes = codebook.codes().stream().map(CodeDefinition::id).collect(Collectors.toSet());
        this.signals = codebook.signals().stream().map(SignalDefinition::id).collect(Collectors.toSet());
    }

    ScorecardParts read(Path configDir, Path file) {
        YamlNode node = YamlNode.read(configDir, file, problems)
                .onlyKeys("scorecard")
                .at("scorecard")
                .onlyKeys("id", "name", "calls", "sections");
        String id = node.at("id").text();
        String expected = String.valueOf(file.getFileName()).replaceAll("\\.yaml$", "");
        if (!id.equals(expected)) {
            problems.add(node.at("id").path(), id, "the name of the file, " + expected);
        }
        Map<String, LocalText> sections = new LinkedHashMap<>();
        List<Criterion> criteria = new ArrayList<>();
        for (YamlNode section : node.at("sections").items()) {
            section.onlyKeys("id", "name", "criteria");
            String sectionId = id(section.at("id"));
            sections.put(sectionId, section.at("name").local(CodebookLoader.LANGUAGES));
            section.at("criteria").items().forEach(criterion -> criteria.add(criterion(criterion, sectionId)));
        }
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != ALL_WEIGHT) {
            problems.add(
                    node.at("sections").path(),
                    String.valueOf(sum),
                    "weights of all criteria that add up to " + ALL_WEIGHT);
        }
        return new ScorecardParts(
                id,
                node.at("name").local(CodebookLoader.LANGUAGES),
                scope(node.at("calls")),
                sections,
                criteria,
                phrases.patterns(),
                phrases.parties());
    }

    private Scope scope(YamlNode node) {
        node.onlyKeys("direction", "queues", "seconds");
        return new Scope(
                direction(node.at("direction").wordOrNull("a direction", DIRECTIONS)),
                node.at("queues").items().stream().map(YamlNode::text).collect(Collectors.toSet()),
                node.at("seconds").number(1, LONGEST_SECONDS, 1));
    }

    private static @Nullable Direction direction(@Nullable String word) {
        return word == null || !DIRECTIONS.contains(word) ? null : Direction.ofId(word);
    }

    private Criterion criterion(YamlNode node, String section) {
        node.onlyKeys("id", "name", "weight", "critical", "when", "judge");
        if (!node.at("weight").present()) {
            problems.add(node.at("weight").path(), "", "a whole number from 1 to 100");
        }
        String critical = node.at("critical").wordOrNull("a harm", Harm.ids());
        return new Criterion(
                id(node.at("id")),
                node.at("name").local(CodebookLoader.LANGUAGES),
                section,
                node.at("weight").number(1, ALL_WEIGHT, 1),
                critical == null || !Harm.ids().contains(critical)
                        ? null
                        : Harm.valueOf(critical.toUpperCase(Locale.ROOT)),
                node.at("when").items().stream()
                        .flatMap(one -> circumstance(one).stream())
                        .toList(),
                judge(node.at("judge"), true));
    }

    /** Sections and criteria share one set of ids, so that a figure is named without its section. */
    private String id(YamlNode node) {
        String id = node.text();
        if (!id.isEmpty() && !id.matches("[a-z0-9-]+")) {
            problems.add(node.path(), id, "small letters, digits and hyphens");
        }
        if (!ids.add(id)) {
            problems.add(node.path(), id, "an id of its own");
        }
        return id;
    }

    /** The one key of a node, or null when there is none or several; what is wrong is noted. */
    private @Nullable String kind(YamlNode node, String... known) {
        node.onlyKeys(known);
        List<String> keys = node.keys();
        if (keys.size() != 1) {
            problems.add(node.path(), String.join(", ", keys), "one of " + String.join(", ", known));
            return null;
        }
        return List.of(known).contains(keys.get(0)) ? keys.get(0) : null;
    }

    private Judge judge(YamlNode node, boolean alone) {
        String kind = kind(node, JUDGES);
        if (kind == null) {
            return new Judge.People();
        }
        YamlNode value = node.at(kind);
        switch (kind) {
            case "said":
                return new Judge.Says(phrases.read(value));
            case "notHeard":
                return notHeard(value);
            case "talk":
                return talk(value);
            case "question":
                return new Judge.Question(value.local(CodebookLoader.LANGUAGES));
            case "people":
                if (!value.yes(false) || !alone) {
                    problems.add(value.path(), "", "true, and no other judge beside it");
                }
                return new Judge.People();
            default:
                List<Judge> judges =
                        value.items().stream().map(one -> judge(one, false)).toList();
                if (judges.size() < 2) {
                    problems.add(value.path(), "", "two judges or more");
                    return new Judge.People();
                }
                return kind.equals("all") ? new Judge.All(judges) : new Judge.Any(judges);
        }
    }

    private Judge notHeard(YamlNode node) {
        node.onlyKeys("signals", "codes");
        Set<String> ofSignals = node.at("signals").items().stream()
                .map(one -> one.word("a signal", signals))
                .collect(Collectors.toSet());
        Set<String> ofCodes = node.at("codes").items().stream()
                .map(one -> one.word("a code", codes))
                .collect(Collectors.toSet());
        if (ofSignals.isEmpty() && ofCodes.isEmpty()) {
            problems.add(node.path(), "", "a signal or a code");
        }
        return new Judge.NotHeard(ofSignals, ofCodes);
    }

    private Judge talk(YamlNode node) {
        node.onlyKeys("figure", "most", "perMinutes");
        String id = node.at("figure").word("a figure of the talk", FIGURES);
        TalkFigure figure = TalkFigure.ofId(id).orElse(TalkFigure.AGENT_INTERRUPTIONS);
        int perMinutes = node.at("perMinutes").number(1, 60, 0);
        if (perMinutes > 0 && figure != TalkFigure.AGENT_INTERRUPTIONS) {
            problems.add(node.at("perMinutes").path(), String.valueOf(perMinutes), "nothing beside " + id);
        }
        if (!node.at("most").present()) {
            problems.add(node.at("most").path(), "", "a whole number from 0 to " + figure.most());
        }
        return new Judge.Talk(figure, node.at("most").number(0, figure.most(), 0), perMinutes);
    }

    /** One circumstance, or none when it cannot be read; what is wrong is noted. */
    private List<Circumstance> circumstance(YamlNode node) {
        String kind = kind(node, CIRCUMSTANCES);
        if (kind == null) {
            return List.of();
        }
        YamlNode value = node.at(kind);
        switch (kind) {
            case "said":
                return List.of(new Circumstance.Said(phrases.read(value)));
            case "signal":
                return List.of(new Circumstance.Signalled(value.word("a signal", signals)));
            case "code":
                return List.of(new Circumstance.Marked(value.word("a code", codes)));
            case "resolutionIsNot":
                String resolution = value.word("a resolution", RESOLUTIONS);
                return RESOLUTIONS.contains(resolution)
                        ? List.of(new Circumstance.EndedOtherwise(Resolution.ofId(resolution)))
                        : List.of();
            case "direction":
                Direction direction = direction(value.word("a direction", DIRECTIONS));
                return direction == null ? List.of() : List.of(new Circumstance.Dialled(direction));
            case "seconds":
                return List.of(new Circumstance.Lasts(value.number(1, LONGEST_SECONDS, 1)));
            case "customerTalkSec":
                return List.of(new Circumstance.CustomerTalks(value.number(1, LONGEST_SECONDS, 1)));
            case "notDroppedWithinSec":
                return List.of(new Circumstance.NotDropped(value.number(1, 600, 1)));
            case "question":
                return List.of(new Circumstance.Asked(value.local(CodebookLoader.LANGUAGES)));
            default:
                if (!value.yes(false)) {
                    problems.add(value.path(), "", "true");
                }
                return List.of(kind.equals("repeat") ? new Circumstance.Repeated() : new Circumstance.Holds());
        }
    }
}
