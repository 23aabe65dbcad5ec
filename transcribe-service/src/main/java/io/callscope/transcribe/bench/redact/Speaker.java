package io.callscope.transcribe.bench.redact;

import java.util.List;
import java.util.Random;

/**
 * Says digits as people do. Written apart from the reader that is measured: it knows no forms that it does not say.
 * Not thread-safe.
 */
interface Speaker {
    /** Words for a group of one to four digits, said in one of the ways of the language. */
    List<String> group(String digits, Random random);

    /** Words for a number from 1 to 999999 as a quantity. */
    String quantity(int value, Random random);

    /** Words for each digit. */
    List<String> digits(String digits, Random random);

    /** How the digits of a kind of number are cut into groups. */
    int[] grouping(String digits, Random random);

    static Speaker of(String language) {
        return language.equals("ru") ? new RussianSpeaker() : new EnglishSpeaker();
    }

    /** Cuts digits into pieces of the given lengths, the rest being pieces of two. */
    static int[] pick(Random random, int[]... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
