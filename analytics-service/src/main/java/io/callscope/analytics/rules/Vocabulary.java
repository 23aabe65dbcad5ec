package io.callscope.analytics.rules;

import io.callscope.analytics.text.Lemmatizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers the words that patterns ask for, and says which of them a word of a transcript is. Filled by the compiler on
 * one thread, then only read by many; what a word is, is remembered up to a limit.
 */
final class Vocabulary {
    /** Enough for every form that people use on the phone; more would be noise of the recogniser. */
    private static final int MAX_REMEMBERED = 200_000;

    private final Lemmatizer lemmatizer;
    private final Map<String, Integer> byLemma = new HashMap<>();
    private final Map<String, Integer> byForm = new HashMap<>();
    private final Map<String, Integer> byPrefix = new HashMap<>();
    private final Map<String, WordNumbers> remembered = new ConcurrentHashMap<>();
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

    /** How many numbers there are. */
    int size() {
        return size;
    }

    /** The numbers that a word of a transcript has. */
    WordNumbers numbersOf(String form) {
        WordNumbers known = remembered.get(form);
        if (known == null) {
            known = lookUp(form);
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(form, known);
            }
        }
        return known;
    }

    private WordNumbers lookUp(String form) {
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
        return new WordNumbers(numbers);
    }

    private static void add(BitSet numbers, @org.jspecify.annotations.Nullable Integer number) {
        if (number != null) {
            numbers.set(number);
        }
    }
}
