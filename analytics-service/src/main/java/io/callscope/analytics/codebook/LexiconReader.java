package io.callscope.analytics.codebook;

import io.callscope.analytics.rules.Element;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.analytics.rules.Pattern;
import io.callscope.analytics.rules.PatternParser;
import io.callscope.analytics.rules.PatternSyntaxProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the word lists and patterns of one language. Not thread-safe. */
final class LexiconReader {
    private final Path root;
    private final Path folder;
    private final PatternTargets targets;
    private final ConfigProblems problems;
    private final Map<String, Element> groups = new LinkedHashMap<>();
    private final Map<String, List<Pattern>> patterns = new HashMap<>();

    LexiconReader(Path root, Path folder, PatternTargets targets, ConfigProblems problems) {
        this.root = root;
        this.folder = folder;
        this.targets = targets;
        this.problems = problems;
    }

    Lexicon read(String language) {
        YamlNode words = YamlNode.read(root, folder.resolve("words.yaml"), problems)
                .onlyKeys("fillers", "negations", "conditionals", "harmlessAfterConditional", "everywhere", "lists");
        YamlNode lists = words.at("lists");
        for (String name : lists.keys()) {
            group(name, lists.at(name));
        }
        groups.forEach((name, element) -> checkGroups(lists.at(name).path(), element));
        checkCycles(lists);
        patterns(words.at("everywhere"), Lexicon.EVERYTHING);
        for (String file : targets.files()) {
            YamlNode node = YamlNode.read(root, folder.resolve(file + ".yaml"), problems);
            for (String key : node.keys()) {
                if (targets.known(file).contains(key)) {
                    patterns(node.at(key), targets.prefix(file) + key);
                } else {
                    problems.addUnknown(node.path() + " " + key, key, "an id", targets.known(file));
                }
            }
        }
        return new Lexicon(
                language,
                wordSet(words.at("fillers")),
                wordSet(words.at("negations")),
                wordSet(words.at("conditionals")),
                wordSet(words.at("harmlessAfterConditional")),
                groups,
                patterns);
    }

    private static Set<String> wordSet(YamlNode node) {
        return Arrays.stream(node.text().replace('ё', 'е').split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private void group(String name, YamlNode node) {
        String text = node.text().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return;
        }
        try {
            groups.put(name, PatternParser.parseGroup(text));
        } catch (PatternSyntaxProblem e) {
            problems.add(node.path() + " column " + e.column(), text, expectation(e));
        }
    }

    private void patterns(YamlNode node, String target) {
        if (!node.present()) {
            return;
        }
        List<Pattern> list = patterns.computeIfAbsent(target, any -> new ArrayList<>());
        int line = 0;
        for (String text : node.text().split("\n")) {
            line++;
            if (text.isBlank() || text.strip().startsWith("#")) {
                continue;
            }
            pattern(node.path() + " line " + line, text.strip(), list);
        }
    }

    private void pattern(String path, String text, List<Pattern> list) {
        try {
            Pattern pattern = PatternParser.parse(text);
            checkGroups(path, pattern.body());
            Element.Sequence reply = pattern.reply();
            if (reply != null) {
                checkGroups(path, reply);
            }
            String stage = pattern.options().stage();
            if (stage != null && !targets.stages().contains(stage)) {
                problems.addUnknown(path, stage, "a stage", targets.stages());
            }
            list.add(pattern);
        } catch (PatternSyntaxProblem e) {
            problems.add(path + " column " + e.column(), text, expectation(e));
        }
    }

    private static String expectation(PatternSyntaxProblem problem) {
        String message = String.valueOf(problem.getMessage());
        return message.startsWith("expected ") ? message.substring("expected ".length()) : "a pattern: " + message;
    }

    private void checkGroups(String path, Element element) {
        for (String name : Groups.namedIn(element)) {
            if (!groups.containsKey(name)) {
                problems.addUnknown(path, "$" + name, "a word list", groups.keySet());
            }
        }
    }

    private void checkCycles(YamlNode lists) {
        List<String> around = new ArrayList<>();
        for (String name : groups.keySet()) {
            if (Groups.reaches(name, name, groups)) {
                problems.add(lists.at(name).path(), name, "a list that does not lead back to itself");
                around.add(name);
            }
        }
        around.forEach(groups::remove);
    }
}
