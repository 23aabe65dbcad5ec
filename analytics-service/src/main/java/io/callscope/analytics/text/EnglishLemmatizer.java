package io.callscope.analytics.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English dictionary forms: a table of irregular verbs, then Krovetz' stemmer, which only cuts what leaves a word.
 * Thread-safe; making the stemmer is dear, so callers cache.
 */
public final class EnglishLemmatizer implements Lemmatizer {
    private static final Map<String, String> IRREGULAR = IrregularVerbs.table();

    @Override
    public Set<String> lemmas(String form) {
        String base = IRREGULAR.get(form);
        if (base == null) {
            return Set.of(stem(form));
        }
        // "left" is both "leave" and a side: the form stays beside the verb
        return base.equals(form) ? Set.of(form) : Set.of(form, base);
    }

    private static String stem(String form) {
        KeywordTokenizer whole = new KeywordTokenizer();
        whole.setReader(new java.io.StringReader(form));
        try (TokenStream stems = new KStemFilter(whole)) {
            CharTermAttribute term = stems.addAttribute(CharTermAttribute.class);
            stems.reset();
            String stem = stems.incrementToken() ? term.toString() : form;
            stems.end();
            return stem;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
