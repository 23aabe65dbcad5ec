package io.callscope.analytics.search;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.search.Criterion.Said;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Where the sought words stand in some calls. Stateless; works within the caller's transaction. */
final class JdbiQuotes {
    /** An utterance that says everything comes first, then the one that says most of it. */
    private static final String BEST = """
            SELECT DISTINCT ON (u.call_id) u.call_id, u.party, u.start_ms, u.utterance_id, left(u.text, 20000) AS text,
                u.search @@ CAST(:together AS tsquery) AS says_all
            FROM calls c JOIN utterances u USING (call_id, transcript_hash)
            WHERE c.call_id = ANY(:ids) AND u.search @@ CAST(:any AS tsquery)
                AND (CAST(:by AS text) IS NULL OR u.party = :by)
            ORDER BY u.call_id, says_all DESC, ts_rank(u.search, CAST(:any AS tsquery)) DESC, u.utterance_id
            """;

    /** Marked by characters that the text is freed of; letter by letter as long as the text, so that places agree. */
    private static final String QUOTES = """
            SELECT call_id, party, start_ms, text,
                ts_headline('pg_catalog.russian', translate(text, :odd, :even),
                    CASE WHEN says_all THEN CAST(:together AS tsquery) ELSE CAST(:any AS tsquery) END,
                    :options) AS marked
            FROM (%s) AS best
            """.formatted(BEST);

    private static final String OPTIONS =
            "HighlightAll=true, StartSel=%s, StopSel=%s".formatted(MarkedText.START, MarkedText.END);

    private JdbiQuotes() {}

    /** For each call that has them, the utterance that has most of them. */
    static Map<CallId, Quote> of(Handle handle, Said said, List<CallId> calls) {
        JdbiSoughtWords words = JdbiSoughtWords.of(handle, said.words());
        Map<CallId, Quote> quotes = new HashMap<>();
        if (words == null || calls.isEmpty()) {
            return quotes;
        }
        handle.createQuery(QUOTES)
                .bind("together", words.together())
                .bind("any", words.any())
                .bind("by", said.by() == null ? null : said.by().id())
                .bind("odd", "ёЁ" + MarkedText.START + MarkedText.END)
                .bind("even", "еЕ  ")
                .bind("options", OPTIONS)
                .bindArray(
                        "ids", String.class, calls.stream().map(CallId::value).toList())
                .map((row, context) -> quotes.put(new CallId(Columns.required(row, "call_id")), quote(row)))
                .list();
        return quotes;
    }

    private static Quote quote(ResultSet row) throws SQLException {
        return new Quote(
                Party.ofId(Columns.required(row, "party")),
                row.getLong("start_ms"),
                MarkedText.pieces(Columns.required(row, "text"), Columns.required(row, "marked")));
    }
}
