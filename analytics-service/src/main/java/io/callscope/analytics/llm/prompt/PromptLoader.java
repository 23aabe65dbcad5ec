package io.callscope.analytics.llm.prompt;

import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.codebook.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code prompts/LANGUAGE/} of a configuration folder: one file for each task, one that every task is told first,
 * one for the block of the call, and a few words. Stateless, thread-safe.
 */
public final class PromptLoader {
    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    private PromptLoader() {}

    /**
     * The prompts of every language.
     *
     * @throws InvalidConfigException with every problem found: a file that is missing or empty, a place that is missing
     *     or unknown
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Map<String, Prompts> load(Path configDir) {
        ConfigProblems problems = new ConfigProblems();
        Map<String, Prompts> byLanguage = new TreeMap<>();
        for (String language : new TreeSet<>(LANGUAGES)) {
            byLanguage.put(language, new Folder(configDir, language, problems).read());
        }
        problems.throwIfAny();
        return Map.copyOf(byLanguage);
    }

    private record Folder(Path root, String language, ConfigProblems problems) {
        Prompts read() {
            return new Prompts(
                    language,
                    template("system"),
                    template("transcript", "nonce", "utterances"),
                    template("marks", "codes", "stages"),
                    template("contact", "reasons", "causes"),
                    template("summary"),
                    template("summaries"),
                    template("same-issue"),
                    template("criteria", "questions"),
                    template("repair", "problems"),
                    words());
        }

        private Template template(String name, String... places) {
            Path file = root.resolve("prompts").resolve(language).resolve(name + ".md");
            String path = root.relativize(file).toString();
            if (!Files.isRegularFile(file)) {
                problems.add(path, "", "a file of that name in " + root);
                return new Template("");
            }
            Template template = new Template(read(file));
            if (template.text().isBlank()) {
                problems.add(path, "", "a text");
            }
            Set<String> known = Set.of(places);
            for (String place : template.places()) {
                if (!known.contains(place)) {
                    problems.addUnknown(path, place, "a place", known);
                }
            }
            for (String place : places) {
                if (!template.places().contains(place)) {
                    problems.add(path, "", "{{" + place + "}} in the text");
                }
            }
            return template;
        }

        private static String read(Path file) {
            try {
                // one line ending, so that a checkout on another system has the same hash
                return Files.readString(file).replace("\r\n", "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }

        private PromptWords words() {
            Path file = root.resolve("prompts").resolve(language).resolve("words.yaml");
            YamlNode words = YamlNode.read(root, file, problems)
                    .onlyKeys("agent", "customer", "unknown", "counts", "excluded", "examples");
            return new PromptWords(
                    words.at("agent").text(),
                    words.at("customer").text(),
                    words.at("unknown").text(),
                    words.at("counts").text(),
                    words.at("excluded").text(),
                    words.at("examples").text());
        }
    }
}
