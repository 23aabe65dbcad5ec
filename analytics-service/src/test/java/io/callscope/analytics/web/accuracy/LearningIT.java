package io.callscope.analytics.web.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.forces.SeededForces;
import java.net.http.HttpResponse;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forty reviewed calls that the machine passed; on nine of them a controller sees a failure. Sixteen, five of the nine
 * among them, were drawn for tuning.
 */
class LearningIT {
    private static final String ITEM = "criterion.service.greeting";
    private static final String ADDRESS = "/accuracy/disagreements?item=" + ITEM;
    private static final String WEEK = "2026-09-28";

    private static final String RANKED = """
            SELECT call_id, row_number() OVER (ORDER BY call_id) AS place
            FROM (SELECT call_id FROM calls WHERE verdict = 'judged' ORDER BY call_id LIMIT 40) AS first
            """;

    private static final String DRAWN =
            "SELECT call_id, CASE WHEN place <= 9 THEN 'not-met' ELSE 'met' END AS answer FROM (%s) AS r"
                    .formatted(RANKED);

    private static final String TUNING =
            "call_id IN (SELECT call_id FROM (%s) AS r WHERE place BETWEEN 5 AND 20)".formatted(RANKED);

    private static final String PASSED = """
            INSERT INTO evaluation_answers (call_id, scorecard, version_key, analysis_key, place, criterion, weight, answer)
            SELECT call_id, scorecard, version_key, analysis_key, 0, 'greeting', 5, 'met' FROM evaluations
            WHERE version_key = ?
            """;

    /** Another version scores every call again at some time. */
    private static final String SECOND = """
            WITH retired AS (
                UPDATE evaluations SET current = false WHERE version_key = 'v1'
                RETURNING call_id, scorecard, analysis_key, covered)
            INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered,
                evaluated_at, current)
            SELECT call_id, scorecard, 'v2', analysis_key, 's2', covered, CAST(? AS timestamptz), true FROM retired
            """;

    private TestPages pages;

    @BeforeEach
    void start() {
        pages = SeededForces.pages();
        ReviewedCalls.add(pages, "criterion", "greeting", DRAWN, TUNING);
        run(PASSED, "v1");
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private void run(String sql, Object... arguments) {
        Jdbi.create(pages.database().dataSource()).useHandle(handle -> handle.execute(sql, arguments));
    }

    private void secondVersionAt(String time) {
        run(SECOND, time);
        run(PASSED, "v2");
    }

    private JsonNode learn() throws Exception {
        return pages.as(Role.SUPERVISOR).json("/api" + ADDRESS);
    }

    private int open(String week) throws Exception {
        HttpResponse<String> answer =
                pages.as(Role.SUPERVISOR).post("/accuracy/disagreements/open", "week", week, "item", ITEM);
        return answer.statusCode();
    }

    private JsonNode row() throws Exception {
        for (JsonNode row : pages.as(Role.HEAD).json("/api/accuracy").get("items")) {
            if (row.at("/item/id").textValue().equals("greeting")
                    && row.at("/item/scorecard").textValue().equals("service")) {
                return row;
            }
        }
        throw new AssertionError("expected a row of the greeting");
    }

    private long audited(String action) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit_log WHERE action = :action")
                        .bind("action", action)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void showsDisagreementsOfTuningCallsOnly() throws Exception {
        // When
        JsonNode learn = learn();
        Document page = pages.page(ADDRESS + "&lang=ru");

        // Then
        assertThat(learn.get("open")).hasSize(5);
        learn.get("open").forEach(one -> {
            assertThat(one.get("role").textValue()).isEqualTo("tuning");
            assertThat(one.get("machine").textValue()).isEqualTo("CLEAR");
            assertThat(one.get("people").textValue()).isEqualTo("MARKED");
        });
        assertThat(learn.get("kept")).hasSize(1);
        assertThat(learn.at("/kept/0/reviewed").intValue()).isEqualTo(24);
        assertThat(learn.get("burnt")).isEmpty();
        assertThat(page.select("#disagreements tbody tr").eachAttr("data-call"))
                .containsExactlyElementsOf(learn.findValuesAsText("callId"));
        assertThat(page.select("#disagreements a[href^=/calls/]")).hasSize(5);
        assertThat(page.select("li[data-week]").text()).contains("24 звонка");
        assertThat(audited("scores-read")).isPositive();
        // tuning calls are no evidence
        assertThat(row().at("/agreement/of").intValue()).isEqualTo(24);
        assertThat(pages.page("/accuracy?lang=ru").select("[id='" + ITEM + "'] a[href='" + ADDRESS + "']"))
                .hasSize(1);
    }

    @Test
    void whatPeopleHaveStillToDecideStaysShut() throws Exception {
        // Given: another controller passes one of the calls, and nobody has decided between the two
        String call = learn().at("/open/0/callId").textValue();
        run("""
                INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version, machine_key,
                    submitted_at)
                SELECT call_id, plan_id, 'second', 'other', true, pi, scorecard, scorecard_version, machine_key, submitted_at
                FROM reviews WHERE call_id = ?""", call);
        run("""
                INSERT INTO review_answers (review_id, subject, item, answer)
                SELECT review_id, 'criterion', 'greeting', 'met' FROM reviews WHERE call_id = ? AND seat = 'second'""", call);

        // Then
        assertThat(learn().get("open")).hasSize(4);
        assertThat(learn().findValuesAsText("callId")).doesNotContain(call);
    }

    @Test
    void operationsSeeWhichCallsButOpenNone() throws Exception {
        // When
        Document page = pages.as(Role.OPS).page(ADDRESS + "&lang=en");

        // Then
        assertThat(page.select("#disagreements tbody tr")).hasSize(5);
        assertThat(page.select("#disagreements a")).isEmpty();
    }

    @Test
    void anOpenedWeekStaysEvidenceForTheVersionThatScoredIt() throws Exception {
        // Given
        JsonNode before = row();

        // When
        assertThat(open(WEEK)).isEqualTo(303);
        assertThat(open(WEEK)).isEqualTo(303);

        // Then: all is shown, and nothing has changed for the machine that people were set beside
        JsonNode learn = learn();
        assertThat(learn.get("open")).hasSize(9);
        assertThat(learn.get("kept")).isEmpty();
        assertThat(learn.at("/burnt/0/by").textValue()).isEqualTo("supervisor");
        assertThat(row()).isEqualTo(before);
        assertThat(audited("batch-opened")).isEqualTo(1);
        assertThat(pages.page("/accuracy?lang=ru").select("#burnt .burnt")).hasSize(1);
        assertThat(pages.json("/api/accuracy").at("/burnt/0/week").textValue()).isEqualTo(WEEK);
    }

    @Test
    void anOpenedWeekIsNoEvidenceForALaterVersion() throws Exception {
        // Given
        open(WEEK);

        // When
        secondVersionAt("2026-10-15 00:00Z");

        // Then: its calls are not set beside the new version, and reviews of it that are still to come do not count
        assertThat(row().at("/rescored/state").textValue()).isEqualTo("NONE");
        assertThat(row().at("/rescored/calls").intValue()).isZero();
        run("UPDATE reviews SET machine_key = 'v2'");
        assertThat(pages.json("/api/accuracy").get("reviews").intValue()).isZero();
    }

    @Test
    void aVersionThatHadScoredByThenKeepsTheWeek() throws Exception {
        // Given
        secondVersionAt("2026-10-14 09:00Z");

        // When
        open(WEEK);

        // Then
        assertThat(row().at("/rescored/calls").intValue()).isEqualTo(24);
        run("UPDATE reviews SET machine_key = 'v2'");
        assertThat(pages.json("/api/accuracy").get("reviews").intValue()).isEqualTo(24);
    }

    @Test
    void refusesAWeekWithoutAPlanAndAnUnknownItem() throws Exception {
        // Then
        assertThat(open("2026-09-21")).isEqualTo(400);
        assertThat(open("yesterday")).isEqualTo(400);
        assertThat(pages.get("/api/accuracy/disagreements?item=criterion.none").statusCode())
                .isEqualTo(400);
        assertThat(learn().get("burnt")).isEmpty();
    }
}
