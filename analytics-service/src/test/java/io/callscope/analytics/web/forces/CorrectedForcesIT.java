package io.callscope.analytics.web.forces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.export.ExportedTable;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shares of barriers beside what controllers say of a sample: of one force 30 of 40 confirmed, 2 of 50 missed. */
class CorrectedForcesIT {
    private static TestPages pages;
    private static Document before;

    @BeforeAll
    static void start() throws Exception {
        pages = SeededForces.pages();
        before = pages.as(Role.HEAD).page("/forces?lang=ru");
        SeededForces.review(pages);
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
        assertThat(page.select("#trust tbody tr").first().text())
                .contains("%.1f".formatted(expected * 100).replace('.', ','))
                .contains("90");
    }

    @Test
    void correctsQueuesTeamsAndWeeksByTheirOwnMarks() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/forces");
        Document page = pages.page("/forces?lang=ru");

        // Then
        for (String[] part : new String[][] {{"queues", "correctedQueues"}, {"teams", "correctedTeams"}}) {
            assertThat(report.get(part[0])).isNotEmpty();
            for (JsonNode line : report.get(part[0])) {
                assertCertainty(line, report.get(part[1]).get(line.path("value").asText("")));
            }
        }
        for (JsonNode week : report.get("trend")) {
            assertCertainty(
                    week, report.get("correctedTrend").get(week.get("monday").textValue()));
        }
        assertThat(page.select(".force-lines .corrected")).isNotEmpty();
        assertThat(page.select("#trust").text()).contains("эти доли — только по машине");
    }

    private static void assertCertainty(JsonNode line, JsonNode corrected) {
        double marked = line.at("/forces/certainty/share").doubleValue();
        boolean none = line.at("/forces/certainty/count").intValue() == 0;
        double expected = none ? 2.0 / 50 : marked * 30 / 40 + (1 - marked) * 2 / 50;
        assertThat(corrected.at("/forces/certainty/share").doubleValue()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void correctsTheShareOfAnyBarrier() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/forces");

        // Then
        double[] marked = rates("IN");
        double[] unmarked = rates("NOT IN");
        double raw = report.at("/barriers/share").doubleValue();
        JsonNode any = report.get("correctedAny");
        assertThat(any.get("reviewed").intValue()).isEqualTo(90);
        assertThat(any.get("share").doubleValue())
                .isCloseTo(raw * marked[0] / marked[1] + (1 - raw) * unmarked[0] / unmarked[1], within(1e-9));
    }

    /** Reviewed calls with a barrier of people's, and all, among those with any or without any of the machine's. */
    private static double[] rates(String in) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FILTER (WHERE a.answer = 'yes') AS yes, count(*) AS all_of
                        FROM reviews r JOIN review_answers a ON a.review_id = r.review_id
                            AND a.subject = 'force' AND a.item = 'certainty'
                        WHERE r.call_id %s (SELECT call_id FROM marks WHERE polarity = 'barrier')
                        """.formatted(in))
                        .map((row, context) -> new double[] {row.getLong("yes"), row.getLong("all_of")})
                        .one());
    }

    @Test
    void putsTheSameFiguresIntoFiles() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/forces");
        ExportedTable table = ExportedTable.of(pages, "/forces/export", "");

        // Then
        String basis = "By the machine's marks and the controllers' reviews";
        ExportedTable.assertCorrected(
                table.row("Force, barriers", "certainty"), report.at("/corrected/certainty"), basis);
        assertThat(table.row("Force, barriers", "certainty")).containsEntry("Reviewed", "90");
        report.get("correctedCodes")
                .fields()
                .forEachRemaining(code -> assertThat(table.row("Barrier", code.getKey()))
                        .containsEntry(
                                "Reviewed", code.getValue().get("reviewed").asText()));
        assertThat(table.rows().stream()
                        .filter(row -> row.get("Part").startsWith("Map"))
                        .map(row -> row.get("How corrected"))
                        .distinct())
                .containsExactly("Controllers are not asked about it");
        assertThat(table.row("Whole", "drivers")).containsEntry("How corrected", "Controllers are not asked about it");
    }
}
