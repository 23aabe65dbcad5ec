package io.callscope.transcribe.text.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numerals of one language in all their forms. Immutable, thread-safe. */
final class Numerals {
    private static final Map<String, Numerals> BY_LANGUAGE = Map.of("ru", read("ru"), "en", read("en"));
    private static final Numerals NONE = new Numerals(Map.of());

    private final Map<String, Numeral> forms;

    private Numerals(Map<String, Numeral> forms) {
        this.forms = Map.copyOf(forms);
    }

    /** Those of a language; of a language nobody listed there are none. */
    static Numerals of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** What a word in lower case, "е" for "ё", is in a number; null when it is none. */
    @Nullable
    Numeral get(String form) {
        return forms.get(form);
    }

    private static Numerals read(String language) {
        Map<String, Numeral> forms = new HashMap<>();
        List<String> endings = new ArrayList<>();
        for (String line : lines(language)) {
            String[] fields = line.split(" ");
            if (fields[0].equals("endings")) {
                endings.addAll(List.of(fields).subList(2, fields.length));
                continue;
            }
            Numeral numeral = Numeral.of(fields[0], Long.parseLong(fields[1]));
            for (String form : List.of(fields).subList(2, fields.length)) {
                if (form.endsWith("-")) {
                    String stem = form.substring(0, form.length() - 1);
                    endings.forEach(ending -> forms.putIfAbsent(stem + ending, numeral));
                } else {
                    forms.put(form, numeral);
                }
            }
        }
        return new Numerals(forms);
    }

    private static List<String> lines(String language) {
        try (InputStream in = Numerals.class.getResourceAsStream(language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no numerals of language " + language);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
