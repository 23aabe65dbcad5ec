package io.callscope.analytics.web.forces;

import io.callscope.analytics.forces.JdbiForceDays;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.accuracy.ReviewedCalls;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Twelve weeks of calls with marks that end the day before the pages' now, counted. */
public final class SeededForces {
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final LocalDate FIRST = LocalDate.of(2026, 7, 22);
    static final int DAYS = 84;
    private static final int CALLS_A_DAY = 25;

    /** force, code, polarity, stage, owner, how many of a hundred calls show it, severity. */
    private static final List<Object[]> MARKS = List.of(
            new Object[] {"certainty", "certainty.no-deadline", "barrier", "delivery", "logistics", 18, 2},
            new Object[] {"certainty", "certainty.promise-broken", "barrier", "order", "backoffice", 9, 3},
            new Object[] {"fair-treatment", "fair-treatment.wrong-charge", "barrier", "payment", "billing", 7, 2},
            new Object[] {"control", "control.self-service-failed", "barrier", "use", "digital", 8, 1},
            new Object[] {"status", "status.repeats-story", "barrier", "support", "contact-center", 11, 1},
            new Object[] {"enjoyment", "enjoyment.calls-again", "barrier", "support", "contact-center", 6, 1},
            new Object[] {"certainty", "certainty.deadline-named", "driver", "delivery", "logistics", 12, 0},
            new Object[] {"belonging", "belonging.care-shown", "driver", "support", "contact-center", 4, 0});

    /** Of 40 calls with a barrier to certainty 30 are confirmed, of 50 others 2 were missed. */
    private static final String REVIEWED = """
            (SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 30 THEN 'yes' ELSE 'no' END AS answer
            FROM calls WHERE verdict = 'judged' AND call_id IN (SELECT call_id FROM marks
                WHERE force = 'certainty' AND polarity = 'barrier') ORDER BY call_id LIMIT 40)
            UNION ALL
            (SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 2 THEN 'yes' ELSE 'no' END AS answer
            FROM calls WHERE verdict = 'judged' AND call_id NOT IN (SELECT call_id FROM marks
                WHERE force = 'certainty' AND polarity = 'barrier') ORDER BY call_id LIMIT 50)
            """;

    private SeededForces() {}

    public static TestPages pages() {
        TestPages pages = TestPages.empty();
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        jdbi.useTransaction(handle -> {
            Random random = new Random(4);
            for (int day = 0; day < DAYS; day++) {
                for (int n = 0; n < CALLS_A_DAY; n++) {
                    call(handle, random, FIRST.plusDays(day), day * CALLS_A_DAY + n);
                }
            }
        });
        count(pages);
        return pages;
    }

    /** Has a controller review a sample of them on every force. */
    public static void review(TestPages pages) {
        ReviewedCalls.add(pages, "force", "certainty", REVIEWED);
        for (String force : new String[] {"fair-treatment", "control", "status", "belonging", "enjoyment"}) {
            ReviewedCalls.answer(pages, "force", force, "SELECT call_id, 'no' AS answer FROM reviews");
        }
    }

    static void count(TestPages pages) {
        JdbiForceDays days = new JdbiForceDays(pages.database().dataSource());
        days.in(MOSCOW);
        days.countAll();
    }

    private static void call(Handle handle, Random random, LocalDate day, int number) {
        String id = "f-" + number;
        // some just after midnight in Moscow: the day before in UTC
        OffsetDateTime at = day.atTime(number % 24, 10).atZone(MOSCOW).toOffsetDateTime();
        boolean judged = random.nextInt(100) < 95;
        add(
                handle,
                id,
                at,
                number % 3 == 0 ? "Доставка" : "Заказы",
                number % 2 == 0 ? "Юг" : "Север",
                judged,
                random.nextInt(100) < 14);
        int place = 0;
        for (Object[] mark : MARKS) {
            if (judged && random.nextInt(100) < (Integer) mark[5]) {
                mark(handle, id, place++, mark);
            }
        }
        if (judged && random.nextInt(100) < 5) {
            handle.execute(
                    "INSERT INTO signals (call_id, version_key, place, signal, party, evidence)"
                            + " VALUES (?, 'v', 0, 'asked-again-in-app', 'customer', '[]')",
                    id);
        }
    }

    static void add(
            Handle handle, String id, OffsetDateTime at, String queue, String team, boolean judged, boolean again) {
        String verdict = judged ? "judged" : "not-enough-evidence";
        handle.execute(
                "INSERT INTO calls (call_id, state, started_at, recorded_at, team, queue, language, duration_ms, transcribed_at,"
                        + " analyzed_at, transcript_hash, version_key, verdict, contact_reason, resolution, repeat_said)"
                        + " VALUES (?, 'analyzed', ?, ?, ?, ?, 'ru', 180000, ?, ?, 't', 'v', ?, 'other', 'unknown', ?)",
                id,
                at,
                at,
                team,
                queue,
                at,
                at,
                verdict,
                again);
        handle.execute(
                "INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms,"
                        + " channel_count, transcribed_at, processing_ms, search)"
                        + " VALUES (?, 't', 'none', 'imported', 'ru', 180000, 2, ?, 0, '')",
                id,
                at);
        handle.execute(
                "INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason,"
                        + " resolution, repeat_contact, analyzed_at)"
                        + " VALUES (?, 'v', '{}', 't', ?, 'other', 'unknown', '{}', ?)",
                id,
                verdict,
                at);
    }

    static void mark(Handle handle, String id, int place, Object... mark) {
        handle.execute(
                "INSERT INTO marks (call_id, version_key, place, force, code, polarity, stage, severity, party,"
                        + " evidence, owner, confidence, classifier)"
                        + " VALUES (?, 'v', ?, ?, ?, ?, ?, ?, 'customer', '[]', ?, 1, 'rules')",
                id,
                place,
                mark[0],
                mark[1],
                mark[2],
                mark[3],
                mark[6],
                mark[4]);
    }
}
