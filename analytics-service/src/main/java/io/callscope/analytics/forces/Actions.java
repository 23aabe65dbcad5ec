package io.callscope.analytics.forces;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.codebook.YamlNode;
import io.callscope.model.analysis.Polarity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be proposed to the department that owns a barrier ({@code actions.yaml}). Immutable.
 *
 * @param byCode full id of a barrier to the proposal
 */
public record Actions(Map<String, LocalText> byCode) {
    /** The file's name in the configuration folder. */
    public static final String FILE = "actions.yaml";

    private static final Set<String> LANGUAGES = Set.of("ru", "en");

    public Actions {
        byCode = Map.copyOf(byCode);
    }

    /**
     * Reads {@code actions.yaml} of a configuration folder; a folder without one proposes nothing.
     *
     * @param codebook whose barriers may be named
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem found
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static Actions load(Path configDir, Codebook codebook) {
        Path file = configDir.resolve(FILE);
        if (!Files.exists(file)) {
            return new Actions(Map.of());
        }
        ConfigProblems problems = new ConfigProblems();
        List<String> barriers = codebook.codes().stream()
                .filter(code -> code.polarity() == Polarity.BARRIER)
                .map(CodeDefinition::id)
                .toList();
        YamlNode actions = YamlNode.read(configDir, file, problems)
                .onlyKeys("actions")
                .at("actions")
                .onlyKeys(barriers.toArray(String[]::new));
        Map<String, LocalText> byCode = new LinkedHashMap<>();
        for (String code : actions.keys()) {
            byCode.put(code, actions.at(code).local(LANGUAGES));
        }
        problems.throwIfAny();
        return new Actions(byCode);
    }

    /** The proposal by language; empty when there is none. */
    Map<String, String> of(String code) {
        LocalText text = byCode.get(code);
        return text == null ? Map.of() : text.byLanguage();
    }
}
