package io.callscope.analytics.web.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The share of repeats beside what controllers say of a sample: 49 of 60 marked confirmed, 4 of 60 others missed. */
class CorrectedRepeatsIT {
    private static TestPages pages;
    private static Document before;

    @BeforeAll
    static void start() throws Exception {
        pages = SeededRepeats.pages();
        before = pages.as(Role.HEAD).page("/repeats?lang=ru");
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
