package io.callscope.analytics.web.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.accuracy.input.JdbiInputWeeks;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.forces.SeededForces;
import java.time.ZoneId;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Weeks of calls of twelve agents, the one from 28 September reviewed; the last that is over begins on 5 October. */
class InputDriftIT {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final String DRAWN = """
            SELECT call_id, 'no' AS answer FROM calls WHERE verdict = 'judged' ORDER BY call_id LIMIT 40
            """;

    /** Enough calls of enough agents: 25 a day of the seed become 200, two thirds of them as long as ever. */
    private static final String MORE = """
            INSERT INTO calls (call_id, state, started_at, recorded_at, team, queue, language, duration_ms, transcribed_at,
                analyzed_at, transcript_hash, version_key, verdict, contact_reason, resolution, agent_id, direction,
                talk_ratio)
            SELECT call_id || '-' || n, state, started_at, recorded_at, team, queue, language,
                duration_ms * (1 + n % 3), transcribed_at, analyzed_at, transcript_hash, version_key, 'not-enough-evidence',
                contact_reason, resolution, 'agent-' || (n * 5 + length(call_id)) % 12, 'inbound', 0.3 + 0.05 * n
            FROM calls, generate_series(0, 7) AS n WHERE started_at >= timestamptz '2026-09-28 00:00+03'
            """;

    private static final String LAST_WEEK =
            "started_at >= timestamptz '2026-10-05 00:00+03'" + " AND started_at < timestamptz '2026-10-12 00:00+03'";

    private TestPages pages;

    @BeforeEach
    void start() {
        pages = SeededForces.pages();
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private void run(String sql) {
        Jdbi.create(pages.database().dataSource()).useHandle(handle -> handle.execute(sql));
    }

    private int count() {
        JdbiInputWeeks weeks = new JdbiInputWeeks(pages.database().dataSource(), MOSCOW);
        int counted = 0;
        while (weeks.countOne(TestPages.NOW)) {
            counted++;
        }
        return counted;
    }

    private void review() {
        ReviewedCalls.add(pages, "force", "certainty", DRAWN);
        run(MORE);
    }

    private JsonNode input() throws Exception {
        return pages.as(Role.HEAD).json("/api/accuracy").get("input");
    }

    private static JsonNode shift(JsonNode input, String feature) {
        for (JsonNode shift : input.get("shifts")) {
            if (shift.get("feature").textValue().equals(feature)) {
                return shift;
            }
        }
        throw new AssertionError("%s: expected a shift of %s".formatted(input, feature));
    }

    @Test
    void countsNothingAndSaysWhyAsLongAsNothingIsReviewed() throws Exception {
        // Then
        assertThat(count()).isZero();
        assertThat(input().get("state").textValue()).isEqualTo("NO_REFERENCE");
        assertThat(input().has("week")).isFalse();
    }

    @Test
    void saysThatItCountsUntilItHas() throws Exception {
        // Given
        review();

        // Then
        assertThat(input().get("state").textValue()).isEqualTo("COUNTING");
        assertThat(pages.page("/accuracy?lang=ru").select("#input").text()).contains("подсчитываются");
        assertThat(count()).isEqualTo(2);
        assertThat(count()).isZero();
    }

    @Test
    void findsNothingWhereNothingChanged() throws Exception {
        // Given
        review();
        count();

        // When
        JsonNode input = input();
        Document page = pages.page("/accuracy?lang=ru");

        // Then
        assertThat(input.get("state").textValue()).isEqualTo("COMPARED");
        assertThat(input.get("week").textValue()).isEqualTo("2026-10-05");
        assertThat(input.get("reference")).hasSize(1);
        for (JsonNode shift : input.get("shifts")) {
            assertThat(shift.get("verdict").textValue()).isNotIn("CHANGED", "MUCH_CHANGED");
        }
        assertThat(shift(input, "length").get("now").longValue()).isGreaterThan(1_000);
        assertThat(page.select("#input > p").text()).contains("ни один из признаков заметно не изменился");
    }

    @Test
    void namesWhatChangedAndByHowMuch() throws Exception {
        // Given: longer calls, and a queue that was not there
        review();
        run("UPDATE calls SET duration_ms = duration_ms * 3 WHERE " + LAST_WEEK);
        run("UPDATE calls SET queue = 'Претензии' WHERE queue = 'Доставка' AND " + LAST_WEEK);
        count();

        // When
        JsonNode input = input();
        Document page = pages.page("/accuracy?lang=ru");

        // Then
        JsonNode length = shift(input, "length");
        JsonNode queue = shift(input, "queue");
        assertThat(length.get("verdict").textValue()).isEqualTo("MUCH_CHANGED");
        assertThat(length.get("stability").doubleValue()).isGreaterThan(0.25);
        assertThat(length.get("nowMean").doubleValue()
                        / length.get("referenceMean").doubleValue())
                .isBetween(2.5, 3.5);
        assertThat(queue.get("verdict").textValue()).isEqualTo("MUCH_CHANGED");
        assertThat(queue.at("/most/bin").textValue()).isIn("Претензии", "Доставка");
        assertThat(shift(input, "talk").get("verdict").textValue()).isEqualTo("SAME");
        assertThat(page.select("#input > p").text())
                .contains("не такие, на каких проверяли машину")
                .contains("Длительность: в среднем")
                .doesNotContain("Доля речи оператора");
        for (JsonNode shift : input.get("shifts")) {
            Element row = page.select("#input tr[data-feature='%s']"
                            .formatted(shift.get("feature").textValue()))
                    .first();
            assertThat(row).isNotNull();
            assertThat(row.attr("data-verdict"))
                    .isEqualTo(shift.get("verdict")
                            .textValue()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'));
        }
    }

    @Test
    void refusesToCompareFewCallsOrCallsOfFewAgents() throws Exception {
        // Given
        review();
        run("UPDATE calls SET agent_id = 'agent-' || length(queue) % 3 WHERE " + LAST_WEEK);
        count();

        // Then
        assertThat(shift(input(), "length").get("verdict").textValue()).isEqualTo("TOO_FEW_AGENTS");
        assertThat(shift(input(), "length").has("p")).isFalse();
        run("DELETE FROM calls WHERE call_id LIKE '%-%-%' AND " + LAST_WEEK);
        assertThat(count()).isEqualTo(1);
        assertThat(shift(input(), "length").get("verdict").textValue()).isEqualTo("TOO_FEW_CALLS");
        assertThat(pages.page("/accuracy?lang=en").select("#input > p").text()).contains("Too few calls to compare");
    }

    @Test
    void comparesOnlyCallsOfOnesTeams() throws Exception {
        // Given
        review();
        count();

        // When
        long all = shift(input(), "language").get("now").longValue();
        long south = shift(pages.as(Role.SUPERVISOR, "Юг").json("/api/accuracy").get("input"), "language")
                .get("now")
                .longValue();

        // Then
        assertThat(south).isPositive().isLessThan(all);
    }
}
