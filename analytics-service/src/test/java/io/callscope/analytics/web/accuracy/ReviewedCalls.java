package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.web.TestPages;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Calls of one week that were drawn, and blindly reviewed by one controller, as if a plan had been made. */
public final class ReviewedCalls {
    private static final LocalDate WEEK = LocalDate.of(2026, 9, 28);

    /** The machine that scores all calls; only with an evaluation has it a version. */
    private static final String EVALUATIONS = """
            INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered,
                evaluated_at, current)
            SELECT call_id, 'service', 'v1', version_key, 's1', 100, listed_at, true FROM calls
            WHERE verdict IS NOT NULL
            """;

    private static final String PLAN = """
            INSERT INTO sample_plans (week, seed, settings, candidates, made_at, made_by)
            VALUES (?, 1, '{}', 100, ?, 'head') RETURNING plan_id
            """;

    private static final String DRAWN = """
            INSERT INTO planned_calls (plan_id, call_id, place, scorecard, pi, certain, stratum, agent, team, role,
                double_scored, second_pi)
            SELECT :plan, call_id, row_number() OVER (ORDER BY call_id), 'service', 0.1, false, 'all', call_id,
                coalesce(team, 'none'), CASE WHEN %s THEN 'tuning' ELSE 'evaluation' END, false, 0
            FROM (%s) AS drawn JOIN calls USING (call_id)
            """;

    private static final String REVIEWS = """
            INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key,
                submitted_at)
            SELECT call_id, plan_id, 'first', 'controller', true, pi, scorecard, 's1', 'v1', :at FROM planned_calls
            """;

    private static final String ANSWERS = """
            INSERT INTO review_answers (review_id, subject, item, answer)
            SELECT review_id, :subject, :item, answer FROM reviews JOIN (%s) AS drawn USING (call_id)
            """;

    private static final String SEATS = """
            INSERT INTO review_seats (plan_id, call_id, seat, reviewer, assigned_at)
            SELECT plan_id, call_id, 'first', 'controller', :at FROM planned_calls
            """;

    private static final String PAIRS = """
            INSERT INTO pair_reviews (plan_id, call_id, seat, reviewer, blind, repeats, cause, submitted_at)
            SELECT plan_id, call_id, 'first', 'controller', true, repeats, said, :at
            FROM review_seats JOIN (%s) AS drawn USING (call_id)
            """;

    private ReviewedCalls() {}

    /**
     * Reviews calls on one item.
     *
     * @param drawn SQL that selects {@code call_id} and {@code answer}: yes or no
     */
    public static void add(TestPages pages, String subject, String item, String drawn) {
        add(pages, subject, item, drawn, "false");
    }

    /**
     * The same with calls that were drawn to mend the machine with.
     *
     * @param tuning SQL condition on {@code call_id} and {@code answer}
     */
    static void add(TestPages pages, String subject, String item, String drawn, String tuning) {
        OffsetDateTime at = TestPages.NOW.atOffset(ZoneOffset.UTC).minusDays(1);
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        jdbi.useTransaction(handle -> {
            handle.execute(EVALUATIONS);
            long plan = plan(handle, at);
            handle.createUpdate(DRAWN.formatted(tuning, drawn))
                    .bind("plan", plan)
                    .execute();
            handle.createUpdate(REVIEWS).bind("at", at).execute();
            handle.createUpdate(ANSWERS.formatted(drawn))
                    .bind("subject", subject)
                    .bind("item", item)
                    .execute();
        });
        jdbi.useHandle(ReviewedCalls::analyze);
    }

    /**
     * Has the same controller answer about another item of the calls that are reviewed.
     *
     * @param answered SQL that selects {@code call_id} and {@code answer}
     */
    public static void answer(TestPages pages, String subject, String item, String answered) {
        Jdbi.create(pages.database().dataSource())
                .useTransaction(handle -> handle.createUpdate(ANSWERS.formatted(answered))
                        .bind("subject", subject)
                        .bind("item", item)
                        .execute());
    }

    /**
     * Has calls compared with their customers' others.
     *
     * @param drawn SQL that selects {@code call_id}, {@code repeats} and the cause {@code said}
     */
    public static void addPairs(TestPages pages, String drawn) {
        OffsetDateTime at = TestPages.NOW.atOffset(ZoneOffset.UTC).minusDays(1);
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        jdbi.useTransaction(handle -> {
            handle.execute(EVALUATIONS);
            long plan = plan(handle, at);
            handle.createUpdate(DRAWN.formatted("false", drawn))
                    .bind("plan", plan)
                    .execute();
            handle.createUpdate(REVIEWS).bind("at", at).execute();
            handle.createUpdate(SEATS).bind("at", at).execute();
            handle.createUpdate(PAIRS.formatted(drawn)).bind("at", at).execute();
        });
        jdbi.useHandle(ReviewedCalls::analyze);
    }

    /** As the database does by itself after a while: without it, the first reports take half a minute. */
    private static void analyze(Handle handle) {
        handle.execute("ANALYZE");
    }

    private static long plan(Handle handle, OffsetDateTime at) {
        return handle.createQuery(PLAN)
                .bind(0, WEEK)
                .bind(1, at)
                .mapTo(Long.class)
                .one();
    }
}
