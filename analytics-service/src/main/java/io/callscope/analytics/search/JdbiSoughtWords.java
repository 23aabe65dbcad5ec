package io.callscope.analytics.search;

import io.callscope.analytics.database.PgText;
import io.callscope.model.call.Party;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The words that a search looks for, as PostgreSQL understands them, without those that must be absent.
 *
 * @param together the search as it was asked, in the syntax of {@code tsquery}
 * @param any the same words, of which any will do
 */
record JdbiSoughtWords(String together, String any) {
    /** The query that somebody typed, {@code %s} standing for it; words of both languages lose their endings. */
    static final String QUERY = "websearch_to_tsquery('pg_catalog.russian', %s)";

    /** A lexeme as {@code tsquery} is printed: quotes within are doubled. */
    private static final Pattern LEXEME = Pattern.compile("'(?:[^']|'')*'");

    /** What a query of only absent words, or of none, is printed as by {@code querytree}. */
    private static final String NOTHING = "T";

    /** Empty when nothing is left to look for. */
    static @Nullable JdbiSoughtWords of(Handle handle, String words) {
        String tree = handle.createQuery("SELECT querytree(" + QUERY.formatted(":words") + ")")
                .bind("words", comparable(words))
                .mapTo(String.class)
                .one();
        if (tree == null || tree.equals(NOTHING)) {
            return null;
        }
        StringBuilder any = new StringBuilder();
        Matcher lexemes = LEXEME.matcher(tree);
        while (lexemes.find()) {
            any.append(any.isEmpty() ? "" : " | ").append(lexemes.group());
        }
        return any.isEmpty() ? null : new JdbiSoughtWords(tree, any.toString());
    }

    /** Text as it is indexed: ё and е are the same letter. */
    static String comparable(String words) {
        return PgText.clean(words).replace('ё', 'е').replace('Ё', 'Е');
    }

    /** The words of a party in {@code transcripts}. */
    static String column(@Nullable Party party) {
        if (party == null) {
            return "search";
        }
        return switch (party) {
            case CUSTOMER -> "search_customer";
            case AGENT -> "search_agent";
            case UNKNOWN -> throw new IllegalArgumentException("words of nobody known cannot be looked for");
        };
    }
}
