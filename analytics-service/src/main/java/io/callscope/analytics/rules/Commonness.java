package io.callscope.analytics.rules;

import io.callscope.analytics.text.RawToken;
import io.callscope.analytics.text.Tokenizer;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How common the words of patterns are in speech. It only decides which words of a pattern are looked for first, so a
 * poor guess costs time and changes no result. Immutable.
 */
final class Commonness {
    /** Short words are the common ones in both languages; decides where the speech given has none of them. */
    private static final double OF_TWO_LETTERS = 20;

    private static final double OF_THREE_LETTERS = 8;
    private static final double OF_OTHERS = 1;

    private final double[] byWord;

    private Commonness(double[] byWord) {
        this.byWord = byWord;
    }

    /**
     * Counts; the vocabulary then has every word of the lexicon.
     *
     * @param speech phrases as people say them; the more, the better
     */
    static Commonness of(Lexicon lexicon, Vocabulary vocabulary, Collection<String> speech) {
        Map<Integer, Double> guesses = new HashMap<>();
        lexicon.groups().values().forEach(words -> guess(words, vocabulary, guesses));
        for (List<Pattern> patterns : lexicon.patterns().values()) {
            for (Pattern pattern : patterns) {
                guess(pattern.body(), vocabulary, guesses);
                if (pattern.reply() != null) {
                    guess(pattern.reply(), vocabulary, guesses);
                }
            }
        }
        double[] byWord = new double[vocabulary.size()];
        guesses.forEach((number, guess) -> byWord[number] = guess);
        Map<String, Integer> forms = new HashMap<>();
        for (String phrase : speech) {
            for (RawToken word : Tokenizer.tokens(phrase)) {
                forms.merge(word.form(), 1, Integer::sum);
            }
        }
        forms.forEach((form, count) -> vocabulary.numbersOf(form).stream().forEach(number -> byWord[number] += count));
        return new Commonness(byWord);
    }

    private static void guess(Element element, Vocabulary vocabulary, Map<Integer, Double> guesses) {
        if (element instanceof Element.Word word) {
            int letters = word.text().length();
            double guess = letters <= 2 ? OF_TWO_LETTERS : letters <= 3 ? OF_THREE_LETTERS : OF_OTHERS;
            vocabulary.numbersOf(word).stream().forEach(number -> guesses.merge(number, guess, Math::max));
        } else if (element instanceof Element.Sequence sequence) {
            sequence.elements().forEach(part -> guess(part, vocabulary, guesses));
        } else if (element instanceof Element.Choice choice) {
            choice.options().forEach(option -> guess(option, vocabulary, guesses));
        } else if (element instanceof Element.Maybe maybe) {
            guess(maybe.element(), vocabulary, guesses);
        } else if (element instanceof Element.Together together) {
            together.parts().forEach(part -> guess(part, vocabulary, guesses));
        }
    }

    /** How often one of some words is said, beside that of others. */
    double of(BitSet words) {
        return words.stream().mapToDouble(number -> byWord[number]).sum();
    }
}
