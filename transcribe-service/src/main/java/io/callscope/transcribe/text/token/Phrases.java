package io.callscope.transcribe.text.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of phrases, one or more words each. A word that ends in "-" stands for all words that begin so. Immutable,
 * thread-safe.
 */
public final class Phrases {
    private static final Phrases NONE = new Phrases(List.of());

    private final Map<String, List<List<String>>> byFirst = new HashMap<>();
    private final List<List<String>> byStem = new ArrayList<>();

    private Phrases(List<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            if (phrase.get(0).endsWith("-")) {
                byStem.add(phrase);
            } else {
                byFirst.computeIfAbsent(phrase.get(0), any -> new ArrayList<>()).add(phrase);
            }
        }
    }

    /**
     * Reads lists from a resource beside a class. A line is {@code name: phrase, phrase}; several lines of one name are
     * one list.
     */
    public static Map<String, Phrases> read(Class<?> owner, String resource) {
        Map<String, List<List<String>>> lists = new HashMap<>();
        for (String line : lines(owner, resource)) {
            int colon = line.indexOf(':');
            List<List<String>> list = lists.computeIfAbsent(line.substring(0, colon), any -> new ArrayList<>());
            for (String phrase : line.substring(colon + 1).split(",")) {
                list.add(List.of(phrase.strip().split(" +")));
            }
        }
        Map<String, Phrases> phrases = new HashMap<>();
        lists.forEach((name, list) -> phrases.put(name, new Phrases(list)));
        return Map.copyOf(phrases);
    }

    /** A list that holds nothing. */
    public static Phrases none() {
        return NONE;
    }

    private static List<String> lines(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no word lists " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many words the longest phrase has that begins at a word; 0 when none does. */
    public int lengthAt(List<String> words, int at) {
        if (at < 0 || at >= words.size()) {
            return 0;
        }
        int longest = 0;
        for (List<String> phrase : byFirst.getOrDefault(words.get(at), List.of())) {
            longest = Math.max(longest, matched(phrase, words, at));
        }
        for (List<String> phrase : byStem) {
            longest = Math.max(longest, matched(phrase, words, at));
        }
        return longest;
    }

    /** Whether a phrase begins at a word. */
    public boolean at(List<String> words, int at) {
        return lengthAt(words, at) > 0;
    }

    /** How many words the longest phrase has that ends right before a word; 0 when none does. */
    public int lengthBefore(List<String> words, int at) {
        for (int from = Math.max(0, at - 4); from < at; from++) {
            if (lengthAt(words, from) == at - from) {
                return at - from;
            }
        }
        return 0;
    }

    private static int matched(List<String> phrase, List<String> words, int at) {
        if (at + phrase.size() > words.size()) {
            return 0;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String wanted = phrase.get(i);
            String word = words.get(at + i);
            boolean same = wanted.endsWith("-")
                    ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                    : word.equals(wanted);
            if (!same) {
                return 0;
            }
        }
        return phrase.size();
    }
}
