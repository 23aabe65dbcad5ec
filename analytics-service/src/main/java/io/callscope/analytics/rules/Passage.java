package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/** What one party says without being answered: one utterance, or several that the recogniser cut. Immutable. */
final class Passage {
    private final Party party;
    private final List<Token> tokens;
    private final BitSet present = new BitSet();
    /** For each number of each word the number and the word's place, both in one value, ascending. */
    private final long[] occurrences;

    Passage(Party party, List<Token> tokens) {
        this.party = party;
        this.tokens = List.copyOf(tokens);
        for (Token token : tokens) {
            token.numbers().addTo(present);
        }
        this.occurrences = occurrences(this.tokens);
    }

    private static long[] occurrences(List<Token> tokens) {
        LongStream.Builder occurrences = LongStream.builder();
        for (int place = 0; place < tokens.size(); place++) {
            WordNumbers numbers = tokens.get(place).numbers();
            for (int i = 0; i < numbers.size(); i++) {
                occurrences.add(occurrence(numbers.get(i), place));
            }
        }
        return occurrences.build().sorted().toArray();
    }

    private static long occurrence(int number, int place) {
        return (long) number << Integer.SIZE | place;
    }

    /** Where words stand that have one of some numbers. */
    BitSet placesOf(WordNumbers wanted) {
        BitSet places = new BitSet(tokens.size());
        for (int i = 0; i < wanted.size(); i++) {
            int number = wanted.get(i);
            if (present.get(number)) {
                int at = Arrays.binarySearch(occurrences, occurrence(number, 0));
                for (at = at < 0 ? -at - 1 : at;
                        at < occurrences.length && occurrences[at] >> Integer.SIZE == number;
                        at++) {
                    places.set((int) occurrences[at]);
                }
            }
        }
        return places;
    }

    Party party() {
        return party;
    }

    int size() {
        return tokens.size();
    }

    /** How many of its words say something. */
    int saying() {
        return (int) tokens.stream().filter(token -> !token.filler()).count();
    }

    Token token(int place) {
        return tokens.get(place);
    }

    /** The numbers of all words of the passage. */
    BitSet present() {
        return present;
    }

    /** Whether a negation stands right before a place, fillers not counting. */
    boolean negatedAt(int place) {
        int before = lastWordBefore(place);
        return before >= 0
                && !startsBetween(before, place)
                && tokens.get(before).negation();
    }

    private int lastWordBefore(int place) {
        int before = place - 1;
        while (before >= 0 && tokens.get(before).filler()) {
            before--;
        }
        return before;
    }

    private boolean startsBetween(int before, int place) {
        for (int i = before + 1; i <= place; i++) {
            if (tokens.get(i).sentenceStart()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word that makes it a supposition stands within {@code reach} words before a place. */
    boolean supposedAt(int place, int reach) {
        for (int i = place; i >= Math.max(0, place - reach); i--) {
            if (tokens.get(i).conditional()) {
                return true;
            }
            if (tokens.get(i).sentenceStart()) {
                return false;
            }
        }
        return false;
    }
}
