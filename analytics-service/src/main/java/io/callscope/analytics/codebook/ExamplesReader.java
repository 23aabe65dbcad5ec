package io.callscope.analytics.codebook;

import io.callscope.analytics.examples.PhraseBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code codebook/examples/LANGUAGE.yaml}: a barrier's full code, or none, to its example phrases. The examples in
 * the barriers' definitions count as well.
 */
final class ExamplesReader {
    private final Path root;
    private final Path folder;
    private final List<CodeDefinition> barriers;
    private final ConfigProblems problems;

    ExamplesReader(Path root, Path folder, List<CodeDefinition> barriers, ConfigProblems problems) {
        this.root = root;
        this.folder = folder;
        this.barriers = barriers;
        this.problems = problems;
    }

    /** The phrases of a language; an empty book when there is no file, which switches the second opinion off. */
    PhraseBook read(String language) {
        Path file = folder.resolve(language + ".yaml");
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return new PhraseBook(language, phrases);
        }
        YamlNode node = YamlNode.read(root, file, problems);
        Map<String, String> codeOf = new HashMap<>();
        Set<String> known = new TreeSet<>();
        known.add(PhraseBook.NONE);
        for (CodeDefinition barrier : barriers) {
            known.add(barrier.id());
            List<String> own = barrier.examples().getOrDefault(language, List.of());
            own.forEach(line -> codeOf.putIfAbsent(line, barrier.id()));
            phrases.put(barrier.id(), own);
        }
        for (String code : node.keys()) {
            if (!known.contains(code)) {
                problems.addUnknown(node.path() + " " + code, code, "a barrier or none", known);
                continue;
            }
            List<String> lines =
                    node.at(code).items().stream().map(YamlNode::text).toList();
            lines.forEach(line -> checkOnce(node.path() + " " + code, line, codeOf.putIfAbsent(line, code)));
            phrases.merge(code, lines, ExamplesReader::joined);
        }
        return new PhraseBook(language, phrases);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private void checkOnce(String path, String line, @org.jspecify.annotations.Nullable String before) {
        if (before != null) {
            problems.add(path, line, "a phrase that does not stand under " + before + " already");
        }
    }
}
