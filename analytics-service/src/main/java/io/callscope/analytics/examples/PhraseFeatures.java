package io.callscope.analytics.examples;

import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RawToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

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

    /** Enough for every form that people use on the phone; more would be noise of the recogniser. */
    private static final int MAX_REMEMBERED = 200_000;

    private static final int UNKNOWN = PlaceTable.NONE;

    /**
     * What a word's features are by itself.
     *
     * @param place of its lemma; {@link #UNKNOWN} when no phrase has it
     * @param letters places of the letters in it, as often as they stand there
     */
    private record Word(int place, int[] letters) {}

    private final Lemmatizer lemmatizer;
    private final double[] inverseFrequency;
    private final Map<String, Integer> lemmas = new HashMap<>();
    private final Map<String, Integer> letters = new HashMap<>();
    /** Place of two lemmas in a row, by the places of both. */
    private final PlaceTable pairs;
    /** Place of three lemmas in a row, by the place of the first two and that of the third. */
    private final PlaceTable triples;

    private final Map<String, Word> remembered = new ConcurrentHashMap<>();

    PhraseFeatures(Lemmatizer lemmatizer, Collection<List<RawToken>> phrases) {
        this.lemmatizer = lemmatizer;
        Map<String, Integer> frequency = new TreeMap<>();
        for (List<RawToken> phrase : phrases) {
            new HashSet<>(names(phrase)).forEach(name -> frequency.merge(name, 1, Integer::sum));
        }
        Map<String, Integer> index = new LinkedHashMap<>();
        List<Double> inverse = new ArrayList<>();
        frequency.forEach((name, count) -> {
            if (name.charAt(0) != LETTERS || count >= LEAST_PHRASES_WITH_LETTERS) {
                index.put(name, index.size());
                inverse.add(1 + Math.log((1.0 + phrases.size()) / (1.0 + count)));
            }
        });
        this.inverseFrequency =
                inverse.stream().mapToDouble(Double::doubleValue).toArray();
        SortedMap<Long, Integer> twos = new TreeMap<>();
        SortedMap<Long, Integer> threes = new TreeMap<>();
        index.forEach((name, place) -> {
            String[] row = name.split(" ", -1);
            if (name.charAt(0) == LETTERS) {
                letters.put(name, place);
            } else if (row.length == 1) {
                lemmas.put(name, place);
            } else if (row.length == 2) {
                twos.put(
                        PlaceTable.key(index.getOrDefault(row[0], UNKNOWN), index.getOrDefault(row[1], UNKNOWN)),
                        place);
            } else {
                threes.put(
                        PlaceTable.key(
                                index.getOrDefault(row[0] + " " + row[1], UNKNOWN),
                                index.getOrDefault(row[2], UNKNOWN)),
                        place);
            }
        });
        this.pairs = new PlaceTable(twos);
        this.triples = new PlaceTable(threes);
    }

    int size() {
        return inverseFrequency.length;
    }

    /** The features of some words. */
    SparseVector of(List<RawToken> words) {
        Word[] known = new Word[words.size()];
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            known[i] = word(words.get(i).form());
            count += known[i].letters().length;
        }
        int[] rows = rows(known);
        int[] withinWords = new int[count];
        count = 0;
        for (Word word : known) {
            System.arraycopy(word.letters(), 0, withinWords, count, word.letters().length);
            count += word.letters().length;
        }
        Arrays.sort(rows);
        Arrays.sort(withinWords);
        int[] places = new int[rows.length + withinWords.length];
        double[] weights = new double[places.length];
        int next = fill(rows, places, weights, 0);
        next = fill(withinWords, places, weights, next);
        return new SparseVector(Arrays.copyOf(places, next), Arrays.copyOf(weights, next));
    }

    /** Places of one to three lemmas in a row, as often as they stand there. */
    private int[] rows(Word[] words) {
        int[] rows = new int[words.length * MAX_LEMMAS];
        int count = 0;
        for (int from = 0; from < words.length; from++) {
            int place = words[from].place();
            for (int next = from + 1; place != UNKNOWN; next++) {
                rows[count++] = place;
                if (next == words.length || next == from + MAX_LEMMAS) {
                    break;
                }
                PlaceTable longer = next == from + 1 ? pairs : triples;
                int following = words[next].place();
                place = following == UNKNOWN ? UNKNOWN : longer.place(place, following);
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private Word word(String form) {
        Word known = remembered.get(form);
        if (known == null) {
            known = lookUp(form);
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(form, known);
            }
        }
        return known;
    }

    private Word lookUp(String form) {
        String lemma = lemma(form);
        List<String> names = new ArrayList<>();
        addLetters(" " + lemma + " ", names);
        int[] places = names.stream()
                .mapToInt(name -> letters.getOrDefault(name, UNKNOWN))
                .filter(place -> place != UNKNOWN)
                .toArray();
        return new Word(lemmas.getOrDefault(lemma, UNKNOWN), places);
    }

    /** Fills in each place of a sorted list once; its weight grows with how often it stands there. */
    private int fill(int[] sorted, int[] places, double[] weights, int from) {
        int at = from;
        double squares = 0;
        for (int i = 0; i < sorted.length; ) {
            int place = sorted[i];
            int count = 0;
            while (i < sorted.length && sorted[i] == place) {
                count++;
                i++;
            }
            places[at] = place;
            weights[at] = (count == 1 ? 1 : 1 + Math.log(count)) * inverseFrequency[place];
            squares += weights[at] * weights[at];
            at++;
        }
        double length = Math.sqrt(squares);
        for (int i = from; i < at; i++) {
            weights[i] /= length;
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
