package io.callscope.analytics.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The words of the pages in one language. {@code {0}}, {@code {1}} … stand for arguments. Immutable, thread-safe. */
public final class Messages {
    /** One file for each room of the pages, so that a room's words lie together. */
    private static final List<String> FILES = List.of(
            "common",
            "queue",
            "promises",
            "call",
            "search",
            "session",
            "overview",
            "model",
            "changes",
            "repeats",
            "review",
            "appeals",
            "calibration",
            "accuracy",
            "forces",
            "requests",
            "importance",
            "words");

    private static final Map<Language, Messages> ALL = load();

    private final Language language;
    private final Properties words;

    private Messages(Language language, Properties words) {
        this.language = language;
        this.words = words;
    }

    public static Messages in(Language language) {
        Messages messages = ALL.get(language);
        if (messages == null) {
            throw new IllegalArgumentException("no messages in " + language);
        }
        return messages;
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    public Set<String> keys() {
        return words.stringPropertyNames();
    }

    /**
     * @throws IllegalArgumentException when there is no such key: a mistake of the program
     */
    public String get(String key, Object... arguments) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no message \"%s\" in %s".formatted(key, language.tag()));
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** The form of {@code key} that agrees with {@code count}; {@code {0}} is the count, written out. */
    public String plural(String key, long count, String written) {
        return get(key + "." + PluralForm.of(language, count).suffix(), written);
    }

    private static Map<Language, Messages> load() {
        Map<Language, Messages> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Properties words = new Properties();
            for (String file : FILES) {
                Properties some = properties("/messages/%s/%s.properties".formatted(language.tag(), file));
                some.stringPropertyNames().forEach(key -> {
                    if (words.setProperty(key, some.getProperty(key)) != null) {
                        throw new IllegalStateException("message \"%s\" stands in two files".formatted(key));
                    }
                });
            }
            all.put(language, new Messages(language, words));
        }
        return all;
    }

    private static Properties properties(String resource) {
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Properties properties = new Properties();
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
