package io.callscope.standalone.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a recogniser makes of speech: endings that are lost, vowels without stress that are taken for one another, short
 * words that are left out, and the fillers that people really say. Not thread-safe.
 */
final class Mishearing {
    private static final double LOST_ENDING = 0.02;
    private static final double OTHER_VOWEL = 0.015;
    private static final double LEFT_OUT = 0.12;
    private static final double FILLER = 0.25;
    private static final int LONG_WORD = 6;
    private static final int SHORT_WORD = 2;
    private static final Map<Character, Character> VOWELS = Map.of('о', 'а', 'е', 'и', 'я', 'е', 'и', 'е');

    private final Chance chance;
    private final List<String> fillers;

    Mishearing(Chance chance, List<String> fillers) {
        this.chance = chance;
        this.fillers = fillers;
    }

    /** What a customer says, as it is written down. */
    String customer(String said) {
        List<String> words = new ArrayList<>(List.of(said.split(" ")));
        if (chance.of(FILLER)) {
            words.add(chance.below(words.size() + 1), chance.any(fillers));
        }
        return heard(words);
    }

    /** Agents speak into a headset and use fewer fillers. */
    String agent(String said) {
        return heard(List.of(said.split(" ")));
    }

    private String heard(List<String> said) {
        List<String> heard = new ArrayList<>();
        for (String word : said) {
            boolean spare = word.length() <= SHORT_WORD && !word.equals("не") && !word.equals("ни");
            if (!(spare && said.size() > 2 && chance.of(LEFT_OUT))) {
                heard.add(word(word));
            }
        }
        return heard.isEmpty() ? String.join(" ", said) : String.join(" ", heard);
    }

    private String word(String word) {
        if (word.length() < LONG_WORD) {
            return word;
        }
        if (chance.of(LOST_ENDING)) {
            return word.substring(0, word.length() - 1 - chance.below(2));
        }
        return chance.of(OTHER_VOWEL) ? otherVowel(word) : word;
    }

    private String otherVowel(String word) {
        int from = 1 + chance.below(word.length() - 2);
        for (int at = from; at < word.length() - 1; at++) {
            Character other = VOWELS.get(word.charAt(at));
            if (other != null) {
                return word.substring(0, at) + other + word.substring(at + 1);
            }
        }
        return word;
    }
}
