package io.callscope.analytics.text;

import java.util.Set;

/** Gives the dictionary forms of a word. Implementations are thread-safe. */
public interface Lemmatizer {
    /**
     * Dictionary forms of a lower-case word without "ё"; several when the word is ambiguous, the word itself when it is
     * not known. Never empty.
     */
    Set<String> lemmas(String form);
}
