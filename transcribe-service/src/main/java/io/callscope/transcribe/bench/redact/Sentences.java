package io.callscope.transcribe.bench.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sentences of made-up calls in one language, by name. Not thread-safe. */
final class Sentences {
    private final Map<String, List<String>> byName;
    private final Random random;

    private Sentences(Map<String, List<String>> byName, Random random) {
        this.byName = byName;
        this.random = random;
    }

    static Sentences of(String language, Random random) {
        Map<String, List<String>> byName = new HashMap<>();
        read(language).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            byName.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split("\\|")));
        });
        return new Sentences(byName, random);
    }

    private static String read(String language) {
        try (InputStream in = Sentences.class.getResourceAsStream(language + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("language \"%s\": expected ru or en".formatted(language));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the sentences of a name. */
    String any(String name) {
        List<String> sentences = byName.get(name);
        if (sentences == null) {
            throw new IllegalArgumentException("no sentences \"%s\"".formatted(name));
        }
        return sentences.get(random.nextInt(sentences.size()));
    }
}
