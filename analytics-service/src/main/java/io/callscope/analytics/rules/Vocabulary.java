package io.callscope.analytics.rules;

import io.callscope.analytics.text.Lemmatizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the words that patterns ask for and the sets of which they want one. Filled by the compiler on one thread, then
 * only read by many.
 */
final class Vocabulary {
    private final Lemmatizer lemmatizer;
    private final Map<String, Integer> byLemma = new HashMap<>();
    private final Map<String, Integer> byForm = new HashMap<>();
    private final Map<String, Integer> byPrefix = new HashMap<>();
    private final Map<BitSet, WordSet> byWords = new HashMap<>();
    private final List<WordSet> sets = new ArrayList<>();
    private int size;
    private int longestPrefix;

    Vocabulary(Lemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    /** The numbers of a word of a pattern: one for each dictionary form it may have. */
    BitSet numbersOf(Element.Word word) {
        BitSet numbers = new BitSet();
        switch (word.kind()) {
            case EXACT -> numbers.set(numbered(byForm, word.text()));
            case PREFIX -> {
                numbers.set(numbered(byPrefix, word.text()));
                longestPrefix = Math.max(longestPrefix, word.text().length());
            }
            case LEMMA -> {
                for (String lemma : lemmatizer.lemmas(word.text())) {
                    numbers.set(numbered(byLemma, lemma));
                }
            }
        }
        return numbers;
    }

    private int numbered(Map<String, Integer> numbers, String text) {
        return numbers.computeIfAbsent(text, any -> size++);
    }

    /** How many numbers of words there are. */
    int size() {
        return size;
    }

    /** The set of some words, by their numbers. */
    WordSet setOf(BitSet words) {
        WordSet known = byWords.get(words);
        if (known == null) {
            BitSet own = (BitSet) words.clone();
            known = new WordSet(sets.size(), own);
            byWords.put(own, known);
            sets.add(known);
        }
        return known;
    }

    /** All sets in the order of their numbers. */
    List<WordSet> sets() {
        return List.copyOf(sets);
    }

    /** The numbers that a word of a transcript has. */
    BitSet numbersOf(String form) {
        BitSet numbers = new BitSet();
        Set<String> lemmas = new HashSet<>(lemmatizer.lemmas(form));
        lemmas.add(form);
        for (String lemma : lemmas) {
            add(numbers, byLemma.get(lemma));
        }
        add(numbers, byForm.get(form));
        for (int end = 1; end <= Math.min(form.length(), longestPrefix); end++) {
            add(numbers, byPrefix.get(form.substring(0, end)));
        }
        return numbers;
    }

    private static void add(BitSet numbers, @Nullable Integer number) {
        if (number != null) {
            numbers.set(number);
        }
    }
}
