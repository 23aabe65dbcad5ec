package io.callscope.analytics.repeats;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Links in PostgreSQL. Each customer is linked by one process at a time, under a lock of his key; what is known of him is
 * taken off the queue before his calls are read, so that a call that comes meanwhile links him again. Thread-safe; the
 * data source belongs to the caller.
 */
public final class JdbiRepeatLinks implements RepeatLinks {
    private static final int BATCH = 200;
    /** Sets these advisory locks apart from any other part's. */
    private static final int LOCKS = 20_001;

    private static final String NEXT = """
            SELECT DISTINCT customer_key, CASE WHEN customer_key IS NULL THEN call_id END AS call_id
            FROM (SELECT customer_key, call_id FROM repeat_queue ORDER BY entry_id LIMIT :batch) AS first
            """;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(:locks, hashtext(:key))";

    private static final String EVERYTHING_AGAIN = """
            INSERT INTO repeat_queue (customer_key, call_id)
            SELECT customer_key, min(call_id) FROM calls WHERE version_key IS NOT NULL
            GROUP BY customer_key, CASE WHEN customer_key IS NULL THEN call_id END
            """;

    private final Jdbi jdbi;
    private final RepeatLinker linker;
    private final JdbiCallFacts facts;
    private final JdbiContactRows rows = new JdbiContactRows();

    public JdbiRepeatLinks(DataSource dataSource, RepeatLinker linker, RepeatSettings settings, Codebook codebook) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.linker = Objects.requireNonNull(linker, "linker");
        this.facts = new JdbiCallFacts(codebook, settings);
    }

    @Override
    public void madeBy(String rulesHash) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("""
                            INSERT INTO repeat_rules (rules_hash) VALUES (:hash) ON CONFLICT (one)
                            DO UPDATE SET rules_hash = excluded.rules_hash
                            WHERE repeat_rules.rules_hash <> excluded.rules_hash
                            """).bind("hash", rulesHash).execute();
            return changed == 0 ? 0 : handle.execute(EVERYTHING_AGAIN);
        }));
    }

    @Override
    public long waiting() {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM repeat_queue")
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public int linkSome() {
        return SqlFailures.translating(() -> jdbi.inTransaction(this::linkSome));
    }

    /** Whose turn it is. */
    private record Next(List<String> customers, List<String> anonymousCalls) {
        int size() {
            return customers.size() + anonymousCalls.size();
        }
    }

    private int linkSome(Handle handle) {
        Next next = next(handle);
        if (next.size() == 0) {
            return 0;
        }
        handle.createUpdate("""
                        DELETE FROM repeat_queue WHERE customer_key = ANY(:customers)
                            OR customer_key IS NULL AND call_id = ANY(:calls)
                        """)
                .bindArray("customers", String.class, next.customers())
                .bindArray("calls", String.class, next.anonymousCalls())
                .execute();
        List<ContactRow> after = new ArrayList<>();
        facts.anonymous(handle, next.anonymousCalls()).stream()
                .flatMap(call -> linker.anonymous(call).stream())
                .map(ContactRow::of)
                .forEach(after::add);
        Map<String, List<CallFacts>> byCustomer = facts.ofCustomers(handle, next.customers()).stream()
                .collect(Collectors.groupingBy(call -> Objects.requireNonNull(call.customer())));
        Map<String, PairAnswers> answers = JdbiPairAnswers.of(handle, next.customers());
        byCustomer.forEach((customer, calls) ->
                linker.link(customer, calls, answers.getOrDefault(customer, PairAnswers.none())).stream()
                        .map(ContactRow::of)
                        .forEach(after::add));
        rows.replace(handle, next.customers(), next.anonymousCalls(), after);
        return next.size();
    }

    private static Next next(Handle handle) {
        List<String> customers = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        handle.createQuery(NEXT)
                .bind("batch", BATCH)
                .map((row, context) -> {
                    String customer = row.getString("customer_key");
                    return customer == null ? calls.add(Columns.required(row, "call_id")) : customers.add(customer);
                })
                .list();
        return new Next(locked(handle, customers), locked(handle, calls));
    }

    /** Those that no other process links just now. */
    private static List<String> locked(Handle handle, List<String> keys) {
        return keys.stream()
                .filter(key -> handle.createQuery(LOCK)
                        .bind("locks", LOCKS)
                        .bind("key", key)
                        .mapTo(Boolean.class)
                        .one())
                .toList();
    }
}
