package io.callscope.analytics.web.repeats;

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

/** The share of repeats beside what controllers say of a sample: 49 of 60 marked confirmed, 4 of 60 others missed. */
class CorrectedRepeatsIT {
    private static TestPages pages;
    private static Document before;
    private static ExportedTable early;

    @BeforeAll
    static void start() throws Exception {
        pages = SeededRepeats.pages();
        before = pages.as(Role.HEAD).page("/repeats?lang=ru");
        early = ExportedTable.of(pages, "/repeats/export", "");
        SeededRepeats.review(pages);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void saysThatItIsTooEarlyWithoutReviews() {
        assertThat(before.select("[data-figure=corrected]")).isEmpty();
        assertThat(before.select("#trust").text())
                .contains("Машина отметила")
                .contains("Исправленную долю показать рано: нужно ещё 10 проверок среди неотмеченных звонков")
                .contains("нужно ещё 10 проверок среди отмеченных звонков");
    }

    @Test
    void takesTheMachinesErrorsOut() throws Exception {
        for (String query : new String[] {"", "?queue=%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%D1%8B"}) {
            // When
            JsonNode report = pages.as(Role.HEAD).json("/api/repeats" + query);
            Document page = pages.page("/repeats" + query + (query.isEmpty() ? "?" : "&") + "lang=ru");

            // Then: the sample's rates over the selected contacts
            double marked = report.at("/repeats/share").doubleValue();
            double expected = marked * 49 / 60 + (1 - marked) * 4 / 60;
            JsonNode corrected = report.get("corrected");
            assertThat(corrected.get("basis").textValue()).isEqualTo("MACHINE_AND_PEOPLE");
            assertThat(corrected.get("reviewed").intValue()).isEqualTo(120);
            assertThat(corrected.get("share").doubleValue()).isCloseTo(expected, within(1e-9));
            assertThat(corrected.get("low").doubleValue()).isLessThan(expected);
            assertThat(corrected.get("high").doubleValue()).isGreaterThan(expected);
            String shown = "%.1f".formatted(expected * 100).replace('.', ',');
            assertThat(page.select("[data-figure=corrected] b").text()).startsWith(shown);
            assertThat(page.select("#lead").text())
                    .contains("С учётом ошибок машины, по проверке контролёров, — " + shown)
                    .contains("проверено: 120 звонков");
        }
    }

    @Test
    void correctsQueuesTeamsAndWeeksByTheirOwnMarks() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/repeats");
        Document page = pages.page("/repeats?lang=ru");

        // Then: pooled errors, each line's own share of marked contacts
        int lines = 0;
        for (String split : new String[] {"queue", "team", "reason"}) {
            for (JsonNode line : report.at("/lines/" + split)) {
                String value = line.path("value").asText("");
                assertCorrected(line, report.get("correctedLines").get(split).get(value));
                lines++;
            }
        }
        for (JsonNode week : report.get("trend")) {
            assertCorrected(
                    week, report.get("correctedTrend").get(week.get("monday").textValue()));
        }
        assertThat(lines).isGreaterThan(10);
        JsonNode line = report.at("/lines/queue").get(0);
        double share = report.get("correctedLines")
                .get("queue")
                .get(line.get("value").textValue())
                .get("share")
                .doubleValue();
        assertThat(page.select(".repeats-lines .corrected").first().text())
                .startsWith("исправлено: " + "%.1f".formatted(share * 100).replace('.', ','));
        assertThat(page.select(".repeats-notes").text()).contains("Для одного оператора так считать нельзя");
    }

    private static void assertCorrected(JsonNode line, JsonNode corrected) {
        JsonNode marked = line.at("/repeats/share");
        if (marked.isMissingNode()) {
            assertThat(corrected.has("share")).isFalse();
            return;
        }
        double raw = marked.doubleValue();
        double count = line.at("/repeats/count").doubleValue();
        // nothing marked, or everything, leaves one stratum
        double expected = count == 0 ? 4.0 / 60 : raw * 49 / 60 + (1 - raw) * 4 / 60;
        assertThat(corrected.get("raw").doubleValue()).isCloseTo(raw, within(1e-12));
        assertThat(corrected.get("share").doubleValue()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void putsTheSameFiguresIntoFiles() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/repeats");
        ExportedTable table = ExportedTable.of(pages, "/repeats/export", "");

        // Then
        String basis = "By the machine's marks and the controllers' reviews";
        ExportedTable.assertCorrected(table.row("Total", "repeats"), report.get("corrected"), basis);
        assertThat(table.row("Total", "repeats")).containsEntry("Reviewed", "120");
        report.at("/correctedLines/queue")
                .fields()
                .forEachRemaining(line -> ExportedTable.assertCorrected(
                        table.row("Queue, repeats", line.getKey()), line.getValue(), basis));
        report.get("correctedTrend")
                .fields()
                .forEachRemaining(week -> ExportedTable.assertCorrected(
                        table.row("Week, repeats", week.getKey()),
                        week.getValue(),
                        week.getValue().has("share") ? basis : "There are no such calls"));
        assertThat(table.row("Total", "fcr"))
                .containsEntry("Corrected, %", "")
                .containsEntry("How corrected", "Controllers are not asked about it");
    }

    @Test
    void saysInFilesWhyNothingIsCorrected() {
        assertThat(early.row("Total", "repeats"))
                .containsEntry("Corrected, %", "")
                .containsEntry("Reviewed", "0")
                .containsEntry(
                        "How corrected",
                        "Too early to show a corrected share: 10 more reviews of calls that are not marked are needed."
                                + " Too early to show a corrected share: 10 more reviews of marked calls are needed.");
    }

    @Test
    void knowsOnlyReviewsOfTheTeamsOfItsUser() throws Exception {
        // Given
        long own = Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM planned_calls JOIN calls USING (call_id) WHERE calls.team = 'Юг'")
                        .mapTo(Long.class)
                        .one());

        // When
        JsonNode report = pages.as(Role.SUPERVISOR, "Юг").json("/api/repeats");

        // Then
        assertThat(own).isPositive().isLessThan(120);
        assertThat(report.at("/corrected/reviewed").longValue()).isEqualTo(own);
    }
}
