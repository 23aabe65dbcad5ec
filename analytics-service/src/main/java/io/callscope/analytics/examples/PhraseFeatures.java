package io.callscope.analytics.examples;

import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RawToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns words into weighted features: one to three lemmas in a row, and three to five letters in a row within a word,
 * which survive endings and slips of the recogniser. Weights are tf-idf (1 + ln tf)(1 + ln((1 + n)/(1 + df))), each of
 * the two blocks scaled to length 1. The vocabulary is that of the phrases it was made of. Immutable, thread-safe.
 */
final class PhraseFeatures {
    private static final int MAX_LEMMAS = 3;
    private static final int MIN_LETTERS = 3;
    private static final int MAX_LETTERS = 5;
    private static final int LEAST_PHRASES_WITH_LETTERS = 2;
    private static final char LETTERS = '#';

    private final Lemmatizer lemmatizer;
    private final Map<String, Integer> index = new HashMap<>();
    private final double[] inverseFrequency;

    PhraseFeatures(Lemmatizer lemmatizer, Collection<List<RawToken>> phrases) {
        this.lemmatizer = lemmatizer;
        Map<String, Integer> frequency = new TreeMap<>();
        for (List<RawToken> phrase : phrases) {
            new HashSet<>(names(phrase)).forEach(name -> frequency.merge(name, 1, Integer::sum));
        }
        List<Double> inverse = new ArrayList<>();
        frequency.forEach((name, count) -> {
            if (name.charAt(0) != LETTERS || count >= LEAST_PHRASES_WITH_LETTERS) {
                index.put(name, index.size());
                inverse.add(1 + Math.log((1.0 + phrases.size()) / (1.0 + count)));
            }
        });
        this.inverseFrequency =
                inverse.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int size() {
        return inverseFrequency.length;
    }

    /** The features of some words. */
    SparseVector of(List<RawToken> words) {
        Map<Integer, Integer> lemmas = new TreeMap<>();
        Map<Integer, Integer> letters = new TreeMap<>();
        for (String name : names(words)) {
            Integer place = index.get(name);
            if (place != null) {
                (name.charAt(0) == LETTERS ? letters : lemmas).merge(place, 1, Integer::sum);
            }
        }
        int[] places = new int[lemmas.size() + letters.size()];
        double[] weights = new double[places.length];
        int next = fill(lemmas, places, weights, 0);
        fill(letters, places, weights, next);
        return new SparseVector(places, weights);
    }

    private int fill(Map<Integer, Integer> block, int[] places, double[] weights, int from) {
        int at = from;
        double squares = 0;
        for (Map.Entry<Integer, Integer> feature : block.entrySet()) {
            places[at] = feature.getKey();
            weights[at] = (1 + Math.log(feature.getValue())) * inverseFrequency[feature.getKey()];
            squares += weights[at] * weights[at];
            at++;
        }
        for (int i = from; i < at; i++) {
            weights[i] /= Math.sqrt(squares);
        }
        return at;
    }

    private List<String> names(List<RawToken> words) {
        String[] lemmas = words.stream().map(word -> lemma(word.form())).toArray(String[]::new);
        List<String> names = new ArrayList<>();
        for (int from = 0; from < lemmas.length; from++) {
            for (int length = 1; length <= MAX_LEMMAS && from + length <= lemmas.length; length++) {
                names.add(String.join(" ", Arrays.copyOfRange(lemmas, from, from + length)));
            }
            addLetters(" " + lemmas[from] + " ", names);
        }
        return names;
    }

    /** An ambiguous word counts as the first of its dictionary forms, always the same one. */
    private String lemma(String form) {
        return lemmatizer.lemmas(form).stream().sorted().findFirst().orElse(form);
    }

    private static void addLetters(String word, List<String> names) {
        for (int length = MIN_LETTERS; length <= MAX_LETTERS; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                names.add(LETTERS + word.substring(from, from + length));
            }
        }
    }
}
