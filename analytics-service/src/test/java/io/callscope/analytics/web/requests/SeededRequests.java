package io.callscope.analytics.web.requests;

import io.callscope.analytics.forces.JdbiForceDays;
import io.callscope.analytics.web.ForceFixtures;
import io.callscope.analytics.web.TestPages;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Seventeen weeks of calls that end with the week before the pages' now, counted. Contact reasons swing from week to week;
 * in the last week refunds are asked for three times as often.
 */
public final class SeededRequests {
    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final LocalDate FIRST = LocalDate.of(2026, 6, 15);
    static final int WEEKS = 17;
    private static final int CALLS_A_DAY = 45;
    private static final int AGENTS = 14;

    private static final Map<String, Integer> REASONS = Map.of(
            "order-status",
            30,
            "refund",
            7,
            "payment-question",
            20,
            "technical-fault",
            18,
            "delivery-change",
            15,
            "other",
            10);

    /** force, code, stage, owner, how many of a hundred calls show it, severity. */
    private static final List<Object[]> BARRIERS = List.of(
            new Object[] {"certainty", "certainty.no-deadline", "delivery", "logistics", 16, 2},
            new Object[] {"fair-treatment", "fair-treatment.wrong-charge", "payment", "billing", 9, 2},
            new Object[] {"control", "control.self-service-failed", "use", "digital", 7, 1},
            new Object[] {"control", "control.no-tracking", "delivery", "digital", 4, 1},
            new Object[] {"status", "status.repeats-story", "support", "contact-center", 10, 1});

    /** signal, party, how many of a hundred calls have it. */
    private static final List<Object[]> SIGNALS = List.of(
            new Object[] {"unmet-need", "customer", 6},
            new Object[] {"online-offline-gap", "customer", 3},
            new Object[] {"competitor", "customer", 5},
            new Object[] {"asked-again-in-app", "customer", 6},
            new Object[] {"system-fails", "agent", 8},
            new Object[] {"no-authority", "agent", 6},
            new Object[] {"knowledge-gap", "agent", 9});

    private static final List<String> SAID =
            List.of("у билайна дешевле", "на пчелу перейду", "у конкурентов дешевле", "у других лучше");
    private static final String EVIDENCE =
            "[{\"utteranceId\":0,\"startChar\":0,\"endChar\":5,\"startMs\":12000,\"endMs\":14000}]";

    private static final String SAID_AGAIN = "{\"said\":true,\"cause\":\"self-service-failed\",\"evidence\":"
            + "[{\"utteranceId\":0,\"startChar\":0,\"endChar\":5,\"startMs\":7000,\"endMs\":8000}]}";
    private static final String VERSIONS =
            "{\"asrModelId\":\"small-ru\",\"transcriptHash\":\"t\",\"classifier\":\"rules\","
                    + "\"classifierVersion\":\"1\",\"codebookHash\":\"b\",\"flagRulesHash\":\"f\"}";

    private SeededRequests() {}

    public static TestPages pages() {
        TestPages pages = TestPages.empty();
        Jdbi.create(pages.database().dataSource()).useTransaction(handle -> {
            Random random = new Random(12);
            for (int week = 0; week < WEEKS; week++) {
                Map<String, Double> weights = new TreeMap<>();
                for (String reason : new TreeSet<>(REASONS.keySet())) {
                    double swing = Math.exp(random.nextGaussian() * 0.1);
                    double times = week == WEEKS - 1 && reason.equals("refund") ? 3 : 1;
                    weights.put(reason, REASONS.get(reason) * swing * times);
                }
                for (int n = 0; n < 7 * CALLS_A_DAY; n++) {
                    int number = week * 7 * CALLS_A_DAY + n;
                    call(handle, random, FIRST.plusDays(week * 7L + n / CALLS_A_DAY), number, drawn(random, weights));
                }
            }
        });
        count(pages);
        return pages;
    }

    static void count(TestPages pages) {
        JdbiForceDays days = new JdbiForceDays(pages.database().dataSource(), ForceFixtures.COMPETITORS);
        days.in(MOSCOW);
        days.countAll();
    }

    private static String drawn(Random random, Map<String, Double> weights) {
        double at = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        String last = "";
        for (Map.Entry<String, Double> one : weights.entrySet()) {
            last = one.getKey();
            at -= one.getValue();
            if (at < 0) {
                break;
            }
        }
        return last;
    }

    private static void call(Handle handle, Random random, LocalDate day, int number, String reason) {
        String id = "q-" + number;
        // some just after midnight in Moscow: the day before in UTC
        OffsetDateTime at = day.atTime(number % 24, 10).atZone(MOSCOW).toOffsetDateTime();
        boolean judged = random.nextInt(100) < 96;
        boolean again = random.nextInt(100) < 5;
        add(handle, id, at, number, reason, judged, again);
        if (!judged) {
            return;
        }
        int place = 0;
        for (Object[] barrier : BARRIERS) {
            if (random.nextInt(100) < (Integer) barrier[4]) {
                mark(handle, id, place++, barrier);
            }
        }
        place = 0;
        for (Object[] signal : SIGNALS) {
            if (random.nextInt(100) < (Integer) signal[2]) {
                signal(handle, id, place++, (String) signal[0], (String) signal[1]);
            }
        }
        handle.execute(
                "INSERT INTO utterances (call_id, transcript_hash, utterance_id, channel, party, start_ms, end_ms, text)"
                        + " VALUES (?, 't', 0, 0, 'customer', 12000, 14000, ?)",
                id,
                SAID.get(random.nextInt(SAID.size())));
    }

    static void add(
            Handle handle, String id, OffsetDateTime at, int number, String reason, boolean judged, boolean again) {
        String verdict = judged ? "judged" : "not-enough-evidence";
        handle.execute(
                "INSERT INTO calls (call_id, state, started_at, recorded_at, agent_id, team, queue, direction, product,"
                        + " language, duration_ms, transcribed_at, analyzed_at, transcript_hash, version_key, verdict,"
                        + " contact_reason, resolution, repeat_said, repeat_cause)"
                        + " VALUES (?, 'analyzed', ?, ?, ?, ?, ?, ?, ?, 'ru', 180000, ?, ?, 't', 'v', ?, ?, 'unknown',"
                        + " ?, ?)",
                id,
                at,
                at,
                "a-" + number % AGENTS,
                List.of("Юг", "Север", "Запад").get(number % AGENTS % 3),
                number % 3 == 0 ? "Доставка" : "Заказы",
                number % 11 == 0 ? "outbound" : number % 7 == 0 ? null : "inbound",
                number % 5 == 0 ? null : number % 5 < 3 ? "Интернет" : "Телевидение",
                at,
                at,
                verdict,
                reason,
                again,
                again ? "self-service-failed" : null);
        handle.execute(
                "INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms,"
                        + " channel_count, transcribed_at, processing_ms, search)"
                        + " VALUES (?, 't', 'none', 'imported', 'ru', 180000, 2, ?, 0, '')",
                id,
                at);
        handle.execute(
                "INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason,"
                        + " resolution, repeat_contact, analyzed_at)"
                        + " VALUES (?, 'v', CAST(? AS jsonb), 't', ?, ?, 'unknown', CAST(? AS jsonb), ?)",
                id,
                VERSIONS,
                verdict,
                reason,
                again ? SAID_AGAIN : "{\"said\":false,\"evidence\":[]}",
                at);
    }

    static void mark(Handle handle, String id, int place, Object... barrier) {
        handle.execute(
                "INSERT INTO marks (call_id, version_key, place, force, code, polarity, stage, severity, party,"
                        + " evidence, owner, confidence, classifier)"
                        + " VALUES (?, 'v', ?, ?, ?, 'barrier', ?, ?, 'customer', CAST(? AS jsonb), ?, 1, 'rules')",
                id,
                place,
                barrier[0],
                barrier[1],
                barrier[2],
                barrier[5],
                "[{\"utteranceId\":0,\"startChar\":0,\"endChar\":5,\"startMs\":9000,\"endMs\":11000}]",
                barrier[3]);
    }

    static void signal(Handle handle, String id, int place, String signal, String party) {
        handle.execute(
                "INSERT INTO signals (call_id, version_key, place, signal, party, evidence)"
                        + " VALUES (?, 'v', ?, ?, ?, CAST(? AS jsonb))",
                id,
                place,
                signal,
                party,
                EVIDENCE);
    }
}
