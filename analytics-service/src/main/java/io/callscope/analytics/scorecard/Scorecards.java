package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.analytics.rules.PatternMatcher;
import io.callscope.analytics.text.EnglishLemmatizer;
import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RussianLemmatizer;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scorecards of a site. Immutable, thread-safe. */
public final class Scorecards {
    private static final String FOLDER = "scorecards";

    private final List<Scorecard> all;

    private Scorecards(List<Scorecard> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads all files of {@code scorecards} of a configuration folder, and the codebook beside it for the ids and word
     * lists they name. Without the folder there are none.
     *
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem found
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Scorecards load(Path configDir) {
        return load(configDir, CodebookLoader.load(configDir));
    }

    /** The same with a codebook that is already there. */
    public static Scorecards load(Path configDir, Codebook codebook) {
        ConfigProblems problems = new ConfigProblems();
        Map<Path, ScorecardParts> read = new LinkedHashMap<>();
        for (Path file : files(configDir.resolve(FOLDER))) {
            read.put(file, new ScorecardReader(codebook, problems).read(configDir, file));
        }
        problems.throwIfAny();
        // a dictionary is large: one serves all scorecards
        Map<String, Lemmatizer> lemmatizers = new HashMap<>();
        return new Scorecards(read.entrySet().stream()
                .map(one -> new Scorecard(
                        one.getValue(),
                        matchers(one.getValue(), codebook, lemmatizers),
                        version(one.getKey(), codebook)))
                .toList());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static Map<String, PatternMatcher> matchers(
            ScorecardParts parts, Codebook codebook, Map<String, Lemmatizer> lemmatizers) {
        Map<String, PatternMatcher> matchers = new HashMap<>();
        parts.patterns().forEach((language, patterns) -> {
            Lexicon words = codebook.lexicons().get(language);
            if (words != null) {
                Lexicon own = new Lexicon(
                        language,
                        words.fillers(),
                        words.negations(),
                        words.conditionals(),
                        words.harmlessAfterConditional(),
                        words.groups(),
                        patterns);
                matchers.put(
                        language,
                        new PatternMatcher(
                                own,
                                lemmatizers.computeIfAbsent(language, Scorecards::lemmatizer),
                                target -> parts.parties().getOrDefault(target, Party.AGENT)));
            }
        });
        return matchers;
    }

    private static Lemmatizer lemmatizer(String language) {
        return language.equals("ru") ? new RussianLemmatizer() : new EnglishLemmatizer();
    }

    private static String version(Path file, Codebook codebook) {
        try {
            return Hashes.of(List.of(Files.readString(file), codebook.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** All scorecards by the name of their file. */
    public List<Scorecard> all() {
        return all;
    }

    /** Those that are for a call. */
    public List<Scorecard> of(CallMetadata metadata, Transcript transcript) {
        return all.stream()
                .filter(scorecard -> scorecard.isFor(metadata, transcript))
                .toList();
    }

    /** What those that are for a call ask a language model about it, each question once, in the call's language. */
    public List<CriterionQuestion> questions(CallMetadata metadata, Transcript transcript) {
        return of(metadata, transcript).stream()
                .flatMap(scorecard -> scorecard.questions(transcript.language()).stream())
                .distinct()
                .toList();
    }
}
