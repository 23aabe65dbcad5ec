package io.callscope.analytics.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What reports read of the weeks' counts is what the calls themselves say, also after they have changed. */
class RequestDaysIT {
    private static final String CALLS = """
            SELECT count(*) AS calls,
                count(*) FILTER (WHERE coalesce(c.direction, 'inbound') = 'inbound') AS contacts,
                count(*) FILTER (WHERE coalesce(c.direction, 'inbound') = 'inbound' AND c.contact_reason = 'refund')
                    AS refunds,
                count(*) FILTER (WHERE EXISTS (SELECT 1 FROM signals s WHERE s.call_id = c.call_id
                    AND s.signal = 'unmet-need')) AS needs,
                count(*) FILTER (WHERE EXISTS (SELECT 1 FROM signals s JOIN utterances u USING (call_id)
                    WHERE s.call_id = c.call_id AND s.signal = 'competitor'
                        AND (u.text LIKE '%%билайн%%' OR u.text LIKE '%%пчел%%'))) AS named,
                count(*) FILTER (WHERE c.repeat_cause = 'self-service-failed'
                    OR EXISTS (SELECT 1 FROM signals s WHERE s.call_id = c.call_id AND s.signal = 'asked-again-in-app')
                    OR EXISTS (SELECT 1 FROM marks m WHERE m.call_id = c.call_id
                        AND m.code IN ('control.self-service-failed', 'control.no-tracking'))) AS breaks,
                count(*) FILTER (WHERE (SELECT m.owner FROM marks m WHERE m.call_id = c.call_id
                    ORDER BY m.severity DESC, m.confidence DESC, m.place LIMIT 1) = 'digital'
                    AND EXISTS (SELECT 1 FROM signals s WHERE s.call_id = c.call_id AND s.signal = 'system-fails'))
                    AS voiced
            FROM calls c
            WHERE c.verdict = 'judged'
                AND c.listed_at >= CAST(:first AS timestamp) AT TIME ZONE 'Europe/Moscow'
                AND c.listed_at < CAST(:end AS timestamp) AT TIME ZONE 'Europe/Moscow'
                AND (CAST(:queue AS text) IS NULL OR c.queue = :queue) AND (:every OR c.team IN ('Юг', 'Север'))
            """;

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = SeededRequests.pages();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void addUpToWhatTheCallsSay() throws Exception {
        Random random = new Random(5);
        for (int round = 0; round < 24; round++) {
            // Given
            int weeks = Arrays.asList(1, 4, 13).get(random.nextInt(3));
            LocalDate last = SeededRequests.FIRST.plusWeeks(random.nextInt(SeededRequests.WEEKS));
            String queue = random.nextInt(3) == 0 ? null : random.nextBoolean() ? "Доставка" : "Заказы";
            boolean every = random.nextBoolean();
            if (every) {
                pages.as(Role.HEAD);
            } else {
                pages.as(Role.HEAD, "Юг", "Север");
            }

            // When
            JsonNode report = pages.json("/api/requests?week=%s&weeks=%d%s"
                    .formatted(
                            last,
                            weeks,
                            queue == null ? "" : "&queue=" + URLEncoder.encode(queue, StandardCharsets.UTF_8)));

            // Then
            long[] expected = counted(last.minusWeeks(weeks - 1L), weeks, queue, every);
            String asked = "%s, %d weeks, %s, %s".formatted(last, weeks, queue, every);
            assertThat(new long[] {
                        report.get("calls").longValue(),
                        report.get("contacts").longValue(),
                        of(report.get("reasons"), "refund"),
                        of(report.get("needs"), "unmet-need"),
                        of(report.get("names"), "Билайн"),
                        report.at("/breaks/share/count").longValue()
                    })
                    .as(asked)
                    .isEqualTo(Arrays.copyOf(expected, 6));
            for (JsonNode department : report.at("/voice/departments")) {
                if (department.path("department").asText().equals("digital")) {
                    assertThat(department.at("/signs/0/share/count").longValue())
                            .as(asked)
                            .isEqualTo(expected[6]);
                }
            }
        }
    }

    private static long of(JsonNode lines, String id) {
        for (JsonNode line : lines) {
            if (line.get("id").textValue().equals(id)) {
                return line.at("/share/count").longValue();
            }
        }
        return 0;
    }

    private static long[] counted(LocalDate first, int weeks, @Nullable String queue, boolean every) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery(CALLS.replace("%%", "%"))
                        .bind("first", first.atStartOfDay())
                        .bind("end", first.plusWeeks(weeks).atStartOfDay())
                        .bind("queue", queue)
                        .bind("every", every)
                        .map((row, context) -> new long[] {
                            row.getLong("calls"),
                            row.getLong("contacts"),
                            row.getLong("refunds"),
                            row.getLong("needs"),
                            row.getLong("named"),
                            row.getLong("breaks"),
                            row.getLong("voiced")
                        })
                        .one());
    }

    @Test
    void followWhatChanges() throws Exception {
        // Given
        pages.as(Role.HEAD);
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        LocalDate monday = LocalDate.of(2026, 3, 2);
        String week = "/api/requests?week=" + monday;
        jdbi.useTransaction(handle -> {
            for (int n = 0; n < 2; n++) {
                SeededRequests.add(
                        handle,
                        "late-" + n,
                        monday.atTime(0, 10 + n).atZone(SeededRequests.MOSCOW).toOffsetDateTime(),
                        1,
                        "refund",
                        true,
                        false);
            }
            SeededRequests.mark(handle, "late-0", 0, "control", "control.self-service-failed", "use", "digital", 0, 1);
        });

        // When
        int waiting = pages.json(week).get("waiting").intValue();
        JsonNode counted = counted(week);
        jdbi.useHandle(handle -> handle.execute("UPDATE calls SET product = 'Новый' WHERE call_id = 'late-0'"));
        JsonNode renamed = counted(week);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO contacts (call_id, started_at, handle_ms, calls, contact_reason, judged, has_issue,"
                            + " standing, said, chain_id, position) SELECT call_id, listed_at, 1, 2, contact_reason, true, true,"
                            + " 'anonymous', false, call_id, 1 FROM calls WHERE call_id = 'late-0'");
            handle.execute("INSERT INTO contact_calls (call_id, contact_id) VALUES ('late-1', 'late-0')");
        });
        JsonNode forwarded = counted(week);
        jdbi.useHandle(handle -> handle.execute("UPDATE calls SET direction = 'outbound' WHERE call_id = 'late-0'"));
        JsonNode outbound = counted(week);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM calls WHERE call_id LIKE 'late-%'"));
        JsonNode gone = counted(week);

        // Then
        assertThat(waiting).isEqualTo(1);
        assertThat(counted.get("contacts").intValue()).isEqualTo(2);
        assertThat(counted.at("/breaks/products/0/id").textValue()).isEqualTo("Интернет");
        assertThat(renamed.at("/breaks/products/0/id").textValue()).isEqualTo("Новый");
        assertThat(forwarded.get("calls").intValue()).isEqualTo(2);
        assertThat(forwarded.get("contacts").intValue()).isEqualTo(1);
        assertThat(outbound.get("contacts").intValue()).isZero();
        assertThat(gone.get("calls").intValue()).isZero();
    }

    private static JsonNode counted(String address) throws Exception {
        SeededRequests.count(pages);
        return pages.json(address);
    }
}
