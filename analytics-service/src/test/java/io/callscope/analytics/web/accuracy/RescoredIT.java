package io.callscope.analytics.web.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.forces.SeededForces;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forty reviewed calls that a first version passed and a second one scores as the controller did. */
class RescoredIT {
    private static final String DRAWN = """
            SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 9 THEN 'not-met' ELSE 'met' END AS answer
            FROM (SELECT call_id FROM calls WHERE verdict = 'judged' ORDER BY call_id LIMIT 40) AS first
            """;

    private static final String PASSED = """
            INSERT INTO evaluation_answers (call_id, scorecard, version_key, analysis_key, place, criterion, weight, answer)
            SELECT call_id, scorecard, version_key, analysis_key, 0, 'greeting', 5, 'met' FROM evaluations
            """;

    private static final String SECOND = """
            WITH retired AS (
                UPDATE evaluations SET current = false WHERE version_key = 'v1'
                RETURNING call_id, scorecard, analysis_key, covered, evaluated_at)
            INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered,
                evaluated_at, current)
            SELECT call_id, scorecard, 'v2', analysis_key, 's2', covered, evaluated_at + interval '1 day', true FROM retired
            """;

    private static final String AS_THE_CONTROLLER = """
            INSERT INTO evaluation_answers (call_id, scorecard, version_key, analysis_key, place, criterion, weight, answer)
            SELECT e.call_id, e.scorecard, e.version_key, e.analysis_key, 0, 'greeting', 5, a.answer
            FROM evaluations e JOIN reviews r USING (call_id) JOIN review_answers a USING (review_id)
            WHERE e.version_key = 'v2'
            """;

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = SeededForces.pages();
        ReviewedCalls.add(pages, "criterion", "greeting", DRAWN);
        Jdbi.create(pages.database().dataSource()).useTransaction(handle -> {
            handle.execute(PASSED);
            handle.execute(SECOND);
            handle.execute(AS_THE_CONTROLLER);
        });
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void setsBothVersionsBesideTheSameController() throws Exception {
        // When
        JsonNode rescored = null;
        for (JsonNode row : pages.as(Role.HEAD).json("/api/accuracy").get("items")) {
            if (row.at("/item/id").textValue().equals("greeting")
                    && row.at("/item/scorecard").textValue().equals("service")) {
                rescored = row.get("rescored");
            }
        }
        Document page = pages.page("/accuracy?lang=ru");

        // Then
        assertThat(rescored).isNotNull();
        assertThat(rescored.get("calls").intValue()).isEqualTo(40);
        assertThat(rescored.get("before").intValue()).isEqualTo(31);
        assertThat(rescored.get("now").intValue()).isEqualTo(40);
        assertThat(rescored.get("state").textValue()).isEqualTo("WAITS");
        assertThat(page.select("[id='criterion.service.greeting'] .rescored").text())
                .contains("40 звонков")
                .contains("в 40, прежняя — в 31")
                .contains("нужно ещё 30 проверок");
    }
}
