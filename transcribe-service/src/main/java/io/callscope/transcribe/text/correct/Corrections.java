package io.callscope.transcribe.text.correct;

import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigException.Problem;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.model.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A site's corrections of names and products, by language. Immutable, thread-safe.
 *
 * @param byLanguage by primary language subtag
 * @param hash SHA-256 of all of them in hex; the same corrections have the same hash
 */
public record Corrections(Map<String, CorrectionMap> byLanguage, String hash) {
    /** Corrects nothing. */
    public static final Corrections NONE = of(Map.of());

    private static final String ENDING = ".yaml";

    public Corrections {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** A file of corrections. */
    record CorrectionFile(List<Correction> corrections) {
        CorrectionFile {
            corrections = corrections == null ? List.of() : List.copyOf(corrections);
        }
    }

    /** Of lists by language. */
    public static Corrections of(Map<String, List<Correction>> lists) {
        Map<String, CorrectionMap> maps = new TreeMap<>();
        lists.forEach((language, list) -> maps.put(language, new CorrectionMap(list)));
        return new Corrections(maps, hash(new TreeMap<>(lists)));
    }

    /**
     * Reads a folder that holds one file for each language, such as {@code ru.yaml}.
     *
     * @throws ConfigException with every problem of the first file that has any, or when there is no such folder
     */
    public static Corrections load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(
                    folder.toString(),
                    List.of(new Problem("", "no such folder; expected one with files such as ru.yaml")));
        }
        Map<String, List<Correction>> lists = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            String language = name.substring(0, name.length() - ENDING.length());
            if (!language.matches("[a-z]{2,3}")) {
                throw new ConfigException(
                        file.toString(), List.of(new Problem("", "expected the name of a language, such as ru.yaml")));
            }
            List<Correction> list =
                    new ConfigLoader(Map.of()).load(file, CorrectionFile.class).corrections();
            try {
                new CorrectionMap(list);
            } catch (IllegalArgumentException e) {
                throw new ConfigException(
                        file.toString(), List.of(new Problem("corrections", String.valueOf(e.getMessage()))));
            }
            lists.put(language, list);
        }
        return of(lists);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a language; none when the site lists none. */
    public CorrectionMap of(String language) {
        return byLanguage.getOrDefault(language, CorrectionMap.EMPTY);
    }

    /** How many names there are in all languages. */
    public int size() {
        return byLanguage.values().stream().mapToInt(CorrectionMap::size).sum();
    }

    private static String hash(TreeMap<String, List<Correction>> lists) {
        MessageDigest digest = Sha256.begin();
        lists.forEach((language, list) -> {
            add(digest, language);
            list.forEach(correction -> {
                add(digest, correction.written());
                correction.said().forEach(form -> add(digest, form));
            });
        });
        return Sha256.hex(digest);
    }

    private static void add(MessageDigest digest, String field) {
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
