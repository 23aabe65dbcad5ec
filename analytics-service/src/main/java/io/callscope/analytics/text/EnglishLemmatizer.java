package io.callscope.analytics.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English dictionary forms: a table of irregular verbs, endings cut by rule, and Krovetz' stemmer, which only cuts
 * what leaves a word.
 * Thread-safe; making the stemmer is dear, so callers cache.
 */
public final class EnglishLemmatizer implements Lemmatizer {
    private static final int SHORTEST_STEM = 3;
    private static final Map<String, String> IRREGULAR = IrregularVerbs.table();

    @Override
    public Set<String> lemmas(String form) {
        Set<String> lemmas = new HashSet<>();
        String base = IRREGULAR.get(form);
        if (base == null) {
            lemmas.add(stem(form));
            addStripped(form, lemmas);
        } else {
            // "left" is both "leave" and a side: the form stays beside the verb
            lemmas.add(form);
            lemmas.add(base);
        }
        return lemmas;
    }

    /** Endings cut by rule, for the stemmer keeps what its dictionary lists, such as "ordered". Non-words do no harm. */
    private static void addStripped(String form, Set<String> lemmas) {
        if (form.endsWith("ies") || form.endsWith("ied")) {
            add(form, 3, "y", lemmas);
        } else if (form.endsWith("ing")) {
            addVerb(form, 3, lemmas);
        } else if (form.endsWith("ed")) {
            addVerb(form, 2, lemmas);
        } else if (form.endsWith("s") && !form.endsWith("ss")) {
            add(form, 1, "", lemmas);
            if (form.endsWith("es")) {
                add(form, 2, "", lemmas);
            }
        }
    }

    private static void addVerb(String form, int ending, Set<String> lemmas) {
        add(form, ending, "", lemmas);
        add(form, ending, "e", lemmas);
        int last = form.length() - ending - 1;
        if (last > SHORTEST_STEM && form.charAt(last) == form.charAt(last - 1)) {
            add(form, ending + 1, "", lemmas);
        }
    }

    private static void add(String form, int cut, String ending, Set<String> lemmas) {
        if (form.length() - cut >= SHORTEST_STEM) {
            lemmas.add(form.substring(0, form.length() - cut) + ending);
        }
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
