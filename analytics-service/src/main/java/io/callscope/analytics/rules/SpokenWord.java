package io.callscope.analytics.rules;

/**
 * What a word of a transcript is wherever it stands. Immutable.
 *
 * @param sets the word sets of the patterns that it is in
 * @param filler says nothing
 * @param negation turns what follows into its opposite
 */
record SpokenWord(SetBits sets, boolean filler, boolean negation) {}
