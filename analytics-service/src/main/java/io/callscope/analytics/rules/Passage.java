package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import java.util.Arrays;
import java.util.List;

/** What one party says without being answered: one utterance, or several that the recogniser cut. Immutable. */
final class Passage {
    private final Party party;
    private final Token[] tokens;

    Passage(Party party, List<Token> tokens) {
        this.party = party;
        this.tokens = tokens.toArray(new Token[0]);
    }

    Party party() {
        return party;
    }

    int size() {
        return tokens.length;
    }

    /** How many of its words say something. */
    int saying() {
        return (int) Arrays.stream(tokens).filter(token -> !token.filler()).count();
    }

    Token token(int place) {
        return tokens[place];
    }

    /**
     * The word sets of which it holds a word, a bit each.
     *
     * @param count how many sets there are
     */
    long[] sets(int count) {
        long[] sets = new long[(count + Long.SIZE - 1) / Long.SIZE];
        for (Token token : tokens) {
            token.word().sets().addTo(sets);
        }
        return sets;
    }

    /** The next word of a set at or after a place; the size when there is none. */
    int next(int set, int from) {
        int place = from;
        while (place < tokens.length && !tokens[place].isIn(set)) {
            place++;
        }
        return place;
    }

    /** Whether a negation stands right before a place, fillers not counting. */
    boolean negatedAt(int place) {
        int before = lastWordBefore(place);
        return before >= 0 && !startsBetween(before, place) && tokens[before].negation();
    }

    private int lastWordBefore(int place) {
        int before = place - 1;
        while (before >= 0 && tokens[before].filler()) {
            before--;
        }
        return before;
    }

    private boolean startsBetween(int before, int place) {
        for (int i = before + 1; i <= place; i++) {
            if (tokens[i].sentenceStart()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word that makes it a supposition stands within {@code reach} words before a place. */
    boolean supposedAt(int place, int reach) {
        for (int i = place; i >= Math.max(0, place - reach); i--) {
            if (tokens[i].conditional()) {
                return true;
            }
            if (tokens[i].sentenceStart()) {
                return false;
            }
        }
        return false;
    }
}
