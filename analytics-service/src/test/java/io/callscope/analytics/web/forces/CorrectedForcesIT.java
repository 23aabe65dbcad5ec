package io.callscope.analytics.web.forces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.accuracy.ReviewedCalls;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shares of barriers beside what controllers say of a sample: of one force 30 of 40 confirmed, 2 of 50 missed. */
class CorrectedForcesIT {
    private static final String DRAWN = """
            (SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 30 THEN 'yes' ELSE 'no' END AS answer
            FROM calls WHERE verdict = 'judged' AND call_id IN (SELECT call_id FROM marks
                WHERE force = 'certainty' AND polarity = 'barrier') ORDER BY call_id LIMIT 40)
            UNION ALL
            (SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 2 THEN 'yes' ELSE 'no' END AS answer
            FROM calls WHERE verdict = 'judged' AND call_id NOT IN (SELECT call_id FROM marks
                WHERE force = 'certainty' AND polarity = 'barrier') ORDER BY call_id LIMIT 50)
            """;

    private static TestPages pages;
    private static Document before;

    @BeforeAll
    static void start() throws Exception {
        pages = SeededForces.pages();
        before = pages.as(Role.HEAD).page("/forces?lang=ru");
        ReviewedCalls.add(pages, "force", "certainty", DRAWN);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void saysThatItIsTooEarlyWithoutReviews() {
        assertThat(before.select("#trust table")).isEmpty();
        assertThat(before.select("#trust").text()).contains("Исправленные доли показать рано");
    }

    @Test
    void takesTheMachinesErrorsOutOfTheForceThatWasReviewed() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/forces");
        Document page = pages.page("/forces?lang=ru");

        // Then
        double marked = 0;
        for (JsonNode force : report.get("forces")) {
            if (force.get("force").textValue().equals("certainty")) {
                marked = force.at("/barriers/share").doubleValue();
            }
        }
        double expected = marked * 30 / 40 + (1 - marked) * 2 / 50;
        JsonNode certainty = report.at("/corrected/certainty");
        assertThat(certainty.get("share").doubleValue()).isCloseTo(expected, within(1e-9));
        assertThat(certainty.get("reviewed").intValue()).isEqualTo(90);
        assertThat(report.at("/corrected/control/reviewed").intValue()).isZero();
        assertThat(page.select("#trust tbody tr")).hasSize(6);
        assertThat(page.select("#trust tbody tr").first().text())
                .contains("%.1f".formatted(expected * 100).replace('.', ','))
                .contains("90");
        assertThat(page.select("#trust tbody tr").get(2).text()).contains("пока не определить");
    }
}
