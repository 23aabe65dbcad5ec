package io.callscope.analytics.codebook;

import io.callscope.analytics.examples.PhraseBook;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.model.analysis.Polarity;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the codebook from a configuration folder. Stateless, thread-safe.
 *
 * <p>{@code codebook/*.yaml} hold the definitions in all languages, {@code codebook/patterns/LANGUAGE/*.yaml} the word
 * lists and patterns of one language, {@code codebook/examples/LANGUAGE.yaml} its example phrases.
 */
public final class CodebookLoader {
    /** The languages in which every name and definition must be worded. */
    public static final Set<String> LANGUAGES = Set.of("ru", "en");

    private CodebookLoader() {}

    /**
     * Reads {@code codebook/} below the folder and checks all of it.
     *
     * @throws InvalidConfigException with every problem found
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Codebook load(Path configDir) {
        Path folder = configDir.resolve("codebook");
        ConfigProblems problems = new ConfigProblems();
        CodebookParts parts = new DefinitionReader(configDir, folder, LANGUAGES, problems).read();
        PatternTargets targets = new PatternTargets(parts);
        Map<String, Lexicon> lexicons = new TreeMap<>();
        Map<String, PhraseBook> examples = new TreeMap<>();
        ExamplesReader exampleReader =
                new ExamplesReader(configDir, folder.resolve("examples"), barriers(parts), problems);
        for (String language : new TreeSet<>(LANGUAGES)) {
            Path patterns = folder.resolve("patterns").resolve(language);
            lexicons.put(language, new LexiconReader(configDir, patterns, targets, problems).read(language));
            examples.put(language, exampleReader.read(language));
        }
        problems.throwIfAny();
        return new Codebook(parts, lexicons, examples, hash(folder));
    }

    private static List<CodeDefinition> barriers(CodebookParts parts) {
        return parts.codes().stream()
                .filter(code -> code.polarity() == Polarity.BARRIER)
                .toList();
    }

    private static String hash(Path folder) {
        return ConfigFiles.hash(folder, ConfigFiles.below(folder, name -> name.endsWith(".yaml")));
    }
}
