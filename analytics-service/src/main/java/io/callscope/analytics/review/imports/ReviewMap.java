package io.callscope.analytics.review.imports;

import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.YamlNode;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the sheets of a site are read: a file of {@code imports} of the configuration folder. Immutable.
 *
 * @param name of the file, without its ending
 * @param scorecard that the sheet is about
 * @param columns words of the header, in small letters, to the column they mean
 * @param answers words of a cell, in small letters, to the answer they mean
 * @param points how a number is read; null when numbers are no answers
 */
public record ReviewMap(
        String name,
        Scorecard scorecard,
        Map<String, String> columns,
        Map<String, Answer> answers,
        @Nullable Points points) {
    /** The folder in the configuration folder. */
    public static final String FOLDER = "imports";

    static final String CALL = "call";
    static final String REVIEWER = "reviewer";
    static final String DAY = "day";
    static final String COMMENT = "comment";

    private static final List<String> FIELDS = List.of(CALL, REVIEWER, DAY, COMMENT);
    private static final List<Answer> GIVEN = List.of(Answer.MET, Answer.NOT_MET, Answer.NOT_APPLICABLE);

    public ReviewMap {
        columns = Map.copyOf(columns);
        answers = Map.copyOf(answers);
    }

    /**
     * A scale of points.
     *
     * @param most that can be given, 1 or more; the least is 0
     * @param met from so many on a criterion is met, 1 to {@code most}
     */
    public record Points(int most, int met) {
        public Points {
            if (most < 1 || met < 1 || met > most) {
                throw new IllegalArgumentException(
                        "points %d, met from %d: expected 1 or more, met from 1 to the most".formatted(most, met));
            }
        }
    }

    /**
     * Reads all maps; without the folder there are none.
     *
     * @return by name
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem found
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Map<String, ReviewMap> load(Path configDir, Scorecards scorecards) {
        ConfigProblems problems = new ConfigProblems();
        Map<String, ReviewMap> maps = new TreeMap<>();
        for (Path file : files(configDir.resolve(FOLDER))) {
            String fileName = String.valueOf(file.getFileName());
            String name = fileName.substring(0, fileName.length() - ".yaml".length());
            read(name, YamlNode.read(configDir, file, problems), scorecards, problems)
                    .ifPresent(map -> maps.put(name, map));
        }
        problems.throwIfAny();
        return maps;
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

    private static Optional<ReviewMap> read(
            String name, YamlNode file, Scorecards scorecards, ConfigProblems problems) {
        YamlNode map = file.onlyKeys("reviews")
                .at("reviews")
                .onlyKeys("scorecard", "columns", "criteria", "answers", "points");
        String id = map.at("scorecard")
                .word(
                        "the id of a scorecard",
                        scorecards.all().stream().map(Scorecard::id).toList());
        Scorecard scorecard = scorecards.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (scorecard == null) {
            return Optional.empty();
        }
        Map<String, String> columns = new LinkedHashMap<>();
        YamlNode fields = map.at("columns").onlyKeys(FIELDS.toArray(String[]::new));
        fields.keys().forEach(field -> words(fields.at(field), field, columns, problems));
        for (String needed : List.of(CALL, REVIEWER)) {
            if (!columns.containsValue(needed)) {
                problems.add(fields.path() + "." + needed, "", "words of the header");
            }
        }
        YamlNode criteria = map.at("criteria")
                .onlyKeys(scorecard.criteria().stream().map(Criterion::id).toArray(String[]::new));
        criteria.keys().forEach(criterion -> words(criteria.at(criterion), item(criterion), columns, problems));
        Map<String, String> words = new HashMap<>();
        YamlNode given =
                map.at("answers").onlyKeys(GIVEN.stream().map(Answer::id).toArray(String[]::new));
        given.keys().forEach(answer -> words(given.at(answer), answer, words, problems));
        Map<String, Answer> answers = new HashMap<>();
        words.forEach((word, answer) ->
                GIVEN.stream().filter(one -> one.id().equals(answer)).forEach(one -> answers.put(word, one)));
        return Optional.of(new ReviewMap(name, scorecard, columns, answers, points(map.at("points"))));
    }

    private static @Nullable Points points(YamlNode node) {
        if (!node.present()) {
            return null;
        }
        node.onlyKeys("most", "met");
        int most = node.at("most").number(1, 1_000, 1);
        return new Points(most, node.at("met").number(1, most, most));
    }

    private static void words(YamlNode node, String meaning, Map<String, String> into, ConfigProblems problems) {
        for (YamlNode item : node.items()) {
            String word = plain(item.text());
            String other = into.putIfAbsent(word, meaning);
            if (other != null) {
                problems.add(item.path(), word, "a word that does not mean %s already".formatted(other));
            }
        }
    }

    /** The column of a criterion: its name cannot be one of the others. */
    static String item(String criterion) {
        return "criterion " + criterion;
    }

    static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** The column that a word of the header means; the word itself when none. */
    String column(String word) {
        String wanted = plain(word);
        return columns.getOrDefault(wanted, wanted);
    }
}
