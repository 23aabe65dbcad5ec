package io.callscope.analytics.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/**
 * Russian dictionary forms out of the morphological dictionary of LanguageTool. Pronouns keep their form, because "мне
 * сказали" and "я сказала" are different things. Thread-safe; looking up takes a lock, so callers cache.
 */
public final class RussianLemmatizer implements Lemmatizer {
    private static final String DICTIONARY = "/org/languagetool/resource/ru/russian.dict";

    private final DictionaryLookup dictionary;

    /**
     * Loads the dictionary from the class path.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public RussianLemmatizer() {
        URL resource = Objects.requireNonNull(
                RussianLemmatizer.class.getResource(DICTIONARY), "no dictionary " + DICTIONARY + " on the class path");
        try {
            dictionary = new DictionaryLookup(Dictionary.read(resource));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the dictionary " + DICTIONARY, e);
        }
    }

    @Override
    public Set<String> lemmas(String form) {
        Set<String> lemmas = new HashSet<>();
        synchronized (dictionary) {
            for (WordData found : dictionary.lookup(form)) {
                CharSequence tag = found.getTag();
                if (tag != null && tag.toString().startsWith("PNN")) {
                    return Set.of(form);
                }
                lemmas.add(found.getStem().toString().replace('ё', 'е'));
            }
        }
        return lemmas.isEmpty() ? Set.of(form) : lemmas;
    }
}
