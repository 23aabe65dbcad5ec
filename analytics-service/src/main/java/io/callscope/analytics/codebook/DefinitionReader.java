package io.callscope.analytics.codebook;

import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.call.Party;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the definitions of a codebook, all but the patterns. Not thread-safe. */
final class DefinitionReader {
    private static final Set<String> PARTIES = Set.of("customer", "agent", "any");

    private final Path root;
    private final Path folder;
    private final Set<String> languages;
    private final ConfigProblems problems;
    private final Map<String, String> seen = new HashMap<>();
    private final List<YamlNode> yields = new ArrayList<>();
    private Set<String> departments = Set.of();
    private Set<String> stages = Set.of();
    private Set<String> reasons = Set.of();
    private Set<String> causes = Set.of();

    DefinitionReader(Path root, Path folder, Set<String> languages, ConfigProblems problems) {
        this.root = root;
        this.folder = folder;
        this.languages = languages;
        this.problems = problems;
    }

    CodebookParts read() {
        List<DepartmentDefinition> departmentList = each("departments", this::department);
        departments = ids(departmentList, DepartmentDefinition::id);
        List<StageDefinition> stageList = each("journey-stages", this::stage);
        stages = ids(stageList, StageDefinition::id);
        List<ReasonDefinition> reasonList = reasons();
        List<CauseDefinition> causeList = causes();
        List<SignalDefinition> signalList = each("signals", this::signal);
        List<ForceDefinition> forces = new ArrayList<>();
        List<CodeDefinition> codes = new ArrayList<>();
        for (Force force : Force.values()) {
            force(force, forces, codes);
        }
        Set<String> codeIds = ids(codes, CodeDefinition::id);
        yields.forEach(node -> node.word("a code", codeIds));
        return new CodebookParts(forces, codes, signalList, stageList, reasonList, causeList, departmentList);
    }

    private static <T> Set<String> ids(List<T> items, Function<T, String> id) {
        return items.stream().map(id).collect(Collectors.toSet());
    }

    private <T> List<T> each(String name, Function<YamlNode, T> one) {
        YamlNode file = YamlNode.read(root, folder.resolve(name + ".yaml"), problems);
        return file.onlyKeys(name).at(name).items().stream().map(one).toList();
    }

    private String newId(YamlNode node, String what) {
        String id = node.at("id").text();
        String before = seen.putIfAbsent(id, node.at("id").path());
        if (before != null && !id.isEmpty()) {
            problems.add(node.at("id").path(), id, "an id of its own; %s has it already".formatted(before));
        }
        if (!id.isEmpty() && !id.matches("[a-z0-9-]+(\\.[a-z0-9-]+)?")) {
            problems.add(node.at("id").path(), id, what + " id out of a-z, 0-9 and hyphens");
        }
        return id;
    }

    private DepartmentDefinition department(YamlNode node) {
        node.onlyKeys("id", "name", "person", "email");
        return new DepartmentDefinition(
                newId(node, "a department"),
                node.at("name").local(languages),
                node.at("person").textOrNull(),
                node.at("email").textOrNull());
    }

    private StageDefinition stage(YamlNode node) {
        node.onlyKeys("id", "name", "definition");
        return new StageDefinition(
                newId(node, "a stage"),
                node.at("name").local(languages),
                node.at("definition").local(languages));
    }

    private List<ReasonDefinition> reasons() {
        YamlNode file = YamlNode.read(root, folder.resolve("contact-reasons.yaml"), problems);
        List<YamlNode> nodes =
                file.onlyKeys("contact-reasons").at("contact-reasons").items();
        // a reason may name one that stands below it, so all ids are read first
        reasons = new HashSet<>(
                nodes.stream().map(node -> newId(node, "a reason")).toList());
        return nodes.stream().map(this::reason).toList();
    }

    private ReasonDefinition reason(YamlNode node) {
        node.onlyKeys("id", "name", "definition", "stage", "related");
        return new ReasonDefinition(
                node.at("id").text(),
                node.at("name").local(languages),
                node.at("definition").local(languages),
                node.at("stage").wordOrNull("a stage", stages),
                node.at("related").items().stream()
                        .map(item -> item.word("a reason", reasons))
                        .toList());
    }

    private List<CauseDefinition> causes() {
        YamlNode file = YamlNode.read(root, folder.resolve("repeat-causes.yaml"), problems);
        List<YamlNode> nodes =
                file.onlyKeys("repeat-causes").at("repeat-causes").items();
        causes = nodes.stream().map(node -> node.at("id").text()).collect(Collectors.toSet());
        Set<String> own = new HashSet<>();
        for (YamlNode node : nodes) {
            if (!own.add(node.at("id").text())) {
                problems.add(node.at("id").path(), node.at("id").text(), "an id of its own");
            }
        }
        return nodes.stream().map(this::cause).toList();
    }

    private CauseDefinition cause(YamlNode node) {
        node.onlyKeys("id", "name", "definition", "parent", "owner", "preventable");
        String preventable = node.at("preventable").wordOrNull("a word", Set.of("yes", "partly", "no"));
        return new CauseDefinition(
                node.at("id").text(),
                node.at("name").local(languages),
                node.at("definition").local(languages),
                node.at("parent").wordOrNull("a cause", causes),
                node.at("owner").wordOrNull("a department", departments),
                Arrays.stream(CauseDefinition.Preventable.values())
                        .filter(value -> value.id().equals(preventable))
                        .findFirst()
                        .orElse(null));
    }

    private SignalDefinition signal(YamlNode node) {
        node.onlyKeys("id", "name", "definition", "party", "threat");
        return new SignalDefinition(
                newId(node, "a signal"),
                node.at("name").local(languages),
                node.at("definition").local(languages),
                party(node.at("party"), Party.CUSTOMER),
                node.at("threat").yes(false));
    }

    private static Party party(YamlNode node, Party otherwise) {
        String word = node.wordOrNull("a party", PARTIES);
        if (word == null) {
            return otherwise;
        }
        return switch (word) {
            case "agent" -> Party.AGENT;
            case "customer" -> Party.CUSTOMER;
            default -> Party.UNKNOWN;
        };
    }

    private void force(Force force, List<ForceDefinition> forces, List<CodeDefinition> codes) {
        YamlNode file = YamlNode.read(root, folder.resolve(force.id() + ".yaml"), problems)
                .onlyKeys("force", "name", "question", "definition", "exclusion", "codes");
        if (!file.present()) {
            return;
        }
        file.at("force").word("the force of this file", Set.of(force.id()));
        forces.add(new ForceDefinition(
                force,
                file.at("name").local(languages),
                file.at("question").local(languages),
                file.at("definition").local(languages),
                file.at("exclusion").local(languages)));
        for (YamlNode node : file.at("codes").items()) {
            codes.add(code(force, node));
        }
    }

    private CodeDefinition code(Force force, YamlNode node) {
        node.onlyKeys(
                "id",
                "polarity",
                "name",
                "definition",
                "inclusion",
                "exclusion",
                "examples",
                "owner",
                "ownerByReason",
                "stage",
                "stageFixed",
                "severity",
                "party",
                "priority",
                "yieldsTo",
                "cause");
        String shortId = node.at("id").text();
        String id = force.id() + "." + shortId;
        String before = seen.putIfAbsent(id, node.at("id").path());
        if (before != null) {
            problems.add(node.at("id").path(), shortId, "an id of its own; %s has it already".formatted(before));
        }
        boolean barrier = !node.at("polarity")
                .word("a polarity", Set.of("barrier", "driver"))
                .equals("driver");
        yields.addAll(node.at("yieldsTo").items());
        return new CodeDefinition(
                id,
                force,
                barrier ? Polarity.BARRIER : Polarity.DRIVER,
                node.at("name").local(languages),
                node.at("definition").local(languages),
                node.at("inclusion").local(languages),
                node.at("exclusion").local(languages),
                examples(node.at("examples")),
                node.at("owner").word("a department", departments),
                ownerByReason(node.at("ownerByReason")),
                node.at("stage").word("a stage", stages),
                node.at("stageFixed").yes(false),
                barrier
                        ? node.at("severity").number(1, 3, 2)
                        : node.at("severity").number(0, 0, 0),
                party(node.at("party"), Party.CUSTOMER),
                node.at("priority").number(1, 9, 5),
                node.at("yieldsTo").items().stream().map(YamlNode::text).toList(),
                node.at("cause").wordOrNull("a cause", causes));
    }

    private Map<String, List<String>> examples(YamlNode node) {
        Map<String, List<String>> examples = new LinkedHashMap<>();
        for (String language : node.keys()) {
            if (!languages.contains(language)) {
                problems.addUnknown(node.at(language).path(), language, "a language", languages);
            }
            examples.put(
                    language,
                    node.at(language).items().stream().map(YamlNode::text).toList());
        }
        for (String language : languages) {
            if (examples.getOrDefault(language, List.of()).isEmpty()) {
                problems.add(node.path() + "." + language, "", "an example or more in this language");
            }
        }
        return examples;
    }

    private Map<String, String> ownerByReason(YamlNode node) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (String reason : node.keys()) {
            if (!reasons.contains(reason)) {
                problems.addUnknown(node.at(reason).path(), reason, "a contact reason", reasons);
            }
            owners.put(reason, node.at(reason).word("a department", departments));
        }
        return owners;
    }
}
