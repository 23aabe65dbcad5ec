package io.callscope.analytics.requests;

import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom the site wants to be counted by name when customers speak of competitors ({@code competitors.yaml}). Immutable.
 *
 * @param wordsByName name as it is shown to how it is said, in the order of the file
 */
public record Competitors(Map<String, List<String>> wordsByName) {
    /** The file's name in the configuration folder. */
    public static final String FILE = "competitors.yaml";

    private static final int LONGEST = 60;

    public Competitors {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        wordsByName.forEach((name, words) -> copy.put(name, List.copyOf(words)));
        wordsByName = Collections.unmodifiableMap(copy);
    }

    public static Competitors none() {
        return new Competitors(Map.of());
    }

    /**
     * Reads {@code competitors.yaml} of a configuration folder; a folder without one names nobody.
     *
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem found
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static Competitors load(Path configDir) {
        Path file = configDir.resolve(FILE);
        if (!Files.exists(file)) {
            return none();
        }
        ConfigProblems problems = new ConfigProblems();
        YamlNode listed =
                YamlNode.read(configDir, file, problems).onlyKeys("competitors").at("competitors");
        Map<String, List<String>> wordsByName = new LinkedHashMap<>();
        for (String name : listed.keys()) {
            YamlNode said = listed.at(name);
            if (name.isBlank() || name.length() > LONGEST) {
                problems.add(said.path(), name, "a name of 1 to %d characters".formatted(LONGEST));
            }
            wordsByName.put(name, words(said, problems));
        }
        problems.throwIfAny();
        return new Competitors(wordsByName);
    }

    private static List<String> words(YamlNode said, ConfigProblems problems) {
        List<String> words = new ArrayList<>();
        for (YamlNode item : said.items()) {
            String word = item.text();
            if (!word.isEmpty() && word.chars().noneMatch(Character::isLetterOrDigit)) {
                problems.add(item.path(), word, "words with letters");
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            problems.add(said.path(), "", "a list of how the name is said");
        }
        return words;
    }
}
