package io.callscope.analytics.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says what a word of a transcript is to the patterns of a vocabulary, and remembers it up to a limit. Words that are the
 * same to the patterns share their bits: there are many forms and few such kinds. Thread-safe.
 */
final class SpokenWords {
    /** Enough for every form that people use on the phone; more would be noise of the recogniser. */
    private static final int MAX_REMEMBERED = 200_000;

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    /** For each number of a word the word sets that hold it. */
    private final List<BitSet> holding = new ArrayList<>();

    private final Map<BitSet, SetBits> shared = new ConcurrentHashMap<>();
    private final Map<String, SpokenWord> remembered = new ConcurrentHashMap<>();

    /** @param vocabulary all words and sets of the patterns; not added to any more */
    SpokenWords(Vocabulary vocabulary, Lexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        for (int i = 0; i < vocabulary.size(); i++) {
            holding.add(new BitSet());
        }
        for (WordSet set : vocabulary.sets()) {
            set.words().stream().forEach(word -> holding.get(word).set(set.number()));
        }
    }

    /** @param form lower case */
    SpokenWord of(String form) {
        SpokenWord known = remembered.get(form);
        if (known == null) {
            known = lookUp(form);
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(form, known);
            }
        }
        return known;
    }

    private SpokenWord lookUp(String form) {
        return new SpokenWord(
                shared.computeIfAbsent(vocabulary.numbersOf(form), this::setsOf),
                lexicon.fillers().contains(form),
                lexicon.negations().contains(form));
    }

    private SetBits setsOf(BitSet numbers) {
        BitSet sets = new BitSet();
        numbers.stream().forEach(number -> sets.or(holding.get(number)));
        return new SetBits(sets);
    }
}
