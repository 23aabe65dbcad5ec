package io.callscope.analytics.web;

import java.util.List;
import java.util.Locale;

/** Names of what the machine hears, out of the codebook and the flag rules. Implementations are thread-safe. */
public interface Labels {
    /** What an id stands for: the same id may name a signal and a flag rule. */
    enum Kind {
        FORCE,
        CODE,
        SIGNAL,
        STAGE,
        REASON,
        CAUSE,
        DEPARTMENT,
        RULE
    }

    /** The short name in the language; the id itself when it is not known. */
    String label(Kind kind, String id, Locale locale);

    /** Ids of everything of a kind, in the order of the site's configuration. */
    List<String> ids(Kind kind);

    /** Ids of all codes, force by force: what the filter offers and accepts. */
    List<String> codes();

    /** Ids of all flag rules, most urgent first: what the filter offers and accepts. */
    List<String> rules();
}
