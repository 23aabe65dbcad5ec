package io.callscope.analytics.rules;

import java.util.BitSet;

/**
 * Words of which a pattern wants one, such as a word list's. Equal sets of one vocabulary have one number, so whether a
 * spoken word is one of them is a single bit of {@link SpokenWord#sets}. Never changed after it is made.
 *
 * @param number in the vocabulary, from 0
 * @param words their numbers in the vocabulary
 */
record WordSet(int number, BitSet words) {}
