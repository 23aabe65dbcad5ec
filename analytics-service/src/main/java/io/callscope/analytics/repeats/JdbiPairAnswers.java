package io.callscope.analytics.repeats;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.llm.pair.PairVerdict.Answer;
import io.callscope.analytics.repeats.PairAnswers.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads kept answers about contacts. Stateless; within the caller's transaction. */
final class JdbiPairAnswers {
    /** An answer about another transcript than the call has now says nothing. */
    private static final String ANSWERS = """
            SELECT p.customer_key, p.earlier_id, p.later_id, p.answer FROM issue_pairs p
            JOIN calls e ON e.call_id = p.earlier_id AND e.transcript_hash = p.earlier_hash
            JOIN calls l ON l.call_id = p.later_id AND l.transcript_hash = p.later_hash
            WHERE p.customer_key = ANY(:customers) AND p.answer IS NOT NULL
            """;

    private JdbiPairAnswers() {}

    /** By customer; who has none is not in it. */
    static Map<String, PairAnswers> of(Handle handle, List<String> customers) {
        Map<String, Map<Pair, Answer>> byCustomer = new HashMap<>();
        handle.createQuery(ANSWERS)
                .bindArray("customers", String.class, customers)
                .map((row, context) -> byCustomer
                        .computeIfAbsent(Columns.required(row, "customer_key"), key -> new HashMap<>())
                        .put(
                                new Pair(Columns.required(row, "earlier_id"), Columns.required(row, "later_id")),
                                Answer.valueOf(Columns.required(row, "answer").toUpperCase(Locale.ROOT))))
                .list();
        Map<String, PairAnswers> answers = new HashMap<>();
        byCustomer.forEach((customer, pairs) -> answers.put(customer, new PairAnswers(pairs)));
        return answers;
    }
}
