package io.callscope.transcribe.text;

import io.callscope.transcribe.text.token.TextToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words and signs of one language that stand for one another. Immutable, thread-safe. */
final class SpellingForms {
    /** Behind a digit these say which one: 25-го, 1st. */
    private static final Set<String> ORDINAL_ENDINGS =
            Set.of("st", "nd", "rd", "th", "й", "го", "му", "м", "я", "ю", "е", "ая", "ую", "ое", "ого", "ому", "х");

    private static final Map<String, String> ENGLISH_PARTS =
            Map.of("'ve", "have", "'re", "are", "'ll", "will", "'d", "would", "n't", "not");
    private static final SpellingForms NONE = new SpellingForms(Map.of(), Map.of(), false);
    private static final Map<String, SpellingForms> BY_LANGUAGE = Map.of("ru", read("ru"), "en", read("en"));

    private final Map<String, List<String>> whole;
    private final Map<String, List<String>> stems;
    private final boolean english;

    private SpellingForms(Map<String, List<String>> whole, Map<String, List<String>> stems, boolean english) {
        this.whole = Map.copyOf(whole);
        this.stems = Map.copyOf(stems);
        this.english = english;
    }

    static SpellingForms of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** The words of a text, each in its one spelling; signs that stand for a word are words. */
    List<String> apply(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (TextToken token : TextToken.of(text)) {
            String gap = text.substring(from, token.start());
            addSigns(gap, words);
            boolean ordinal = !token.digits() && from > 0 && isOrdinalEnding(text, from, gap, token.form());
            if (!ordinal) {
                words.addAll(forms(token.form()));
            }
            from = token.end();
        }
        addSigns(text.substring(from), words);
        return words;
    }

    private static boolean isOrdinalEnding(String text, int from, String gap, String form) {
        return (gap.isEmpty() || gap.equals("-"))
                && Character.isDigit(text.charAt(from - 1))
                && ORDINAL_ENDINGS.contains(form);
    }

    private void addSigns(String gap, List<String> words) {
        for (int i = 0; i < gap.length(); i++) {
            List<String> sign = whole.get(gap.substring(i, i + 1));
            if (sign != null) {
                words.addAll(sign);
            }
        }
    }

    private List<String> forms(String form) {
        List<String> listed = whole.get(form);
        if (listed != null) {
            return listed;
        }
        for (Map.Entry<String, List<String>> stem : stems.entrySet()) {
            if (form.startsWith(stem.getKey()) && form.length() <= stem.getKey().length() + 3) {
                return stem.getValue();
            }
        }
        List<String> parts = english ? takenApart(form) : null;
        return parts == null ? List.of(form) : parts;
    }

    private static @Nullable List<String> takenApart(String form) {
        for (Map.Entry<String, String> part : ENGLISH_PARTS.entrySet()) {
            if (form.endsWith(part.getKey()) && form.length() > part.getKey().length()) {
                return List.of(form.substring(0, form.length() - part.getKey().length()), part.getValue());
            }
        }
        return null;
    }

    private static SpellingForms read(String language) {
        Map<String, List<String>> whole = new HashMap<>();
        Map<String, List<String>> stems = new HashMap<>();
        for (String line : lines(language)) {
            int colon = line.indexOf(':');
            String becomes = line.substring(0, colon).strip();
            List<String> words = becomes.isEmpty() ? List.of() : List.of(becomes.split(" "));
            for (String form : line.substring(colon + 1).strip().split(" ")) {
                if (form.endsWith("-")) {
                    stems.put(form.substring(0, form.length() - 1), words);
                } else {
                    whole.put(form, words);
                }
            }
        }
        return new SpellingForms(whole, stems, language.equals("en"));
    }

    private static List<String> lines(String language) {
        try (InputStream in = SpellingForms.class.getResourceAsStream("normalise/" + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no spellings of language " + language);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
