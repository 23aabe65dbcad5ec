package io.callscope.analytics.web.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccuracyPagesIT {
    private static TestPages pages = TestPages.empty();

    @BeforeAll
    static void start() {
        pages.close();
        pages = SeededAccuracy.pages();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void simulatedReviewsCorrectSharesOfAPageThatSaysSo() throws Exception {
        // When
        JsonNode forces = pages.json("/api/forces");
        Document page = pages.as(Role.HEAD).page("/forces?lang=ru");

        // Then
        assertThat(forces.get("corrected")).hasSize(6);
        forces.get("corrected")
                .forEach(force -> assertThat(force.get("reviewed").intValue()).isPositive());
        assertThat(page.select("#made-up")).isNotEmpty();
    }

    @Test
    void showsEachItemWithItsDecisionAndWhy() throws Exception {
        // When
        Document page = pages.as(Role.HEAD).page("/accuracy?lang=ru");

        // Then
        assertThat(page.select("[data-decision=automate]")).isNotEmpty();
        assertThat(page.select("[data-decision=assist]")).isNotEmpty();
        assertThat(page.select("[data-decision=keep-manual]")).isNotEmpty();
        assertThat(page.select("tbody[id] .why").eachText()).allMatch(why -> why.endsWith("."));
        assertThat(page.select("#simulated").text()).contains("смоделированы");
        assertThat(page.text()).doesNotContain("NaN").doesNotContain("null");
        assertThat(page.select(".words > td > p").text()).doesNotContain("κ").doesNotContain("recall");
    }

    @Test
    void saysOnThePageWhatTheInterfaceSays() throws Exception {
        // When
        JsonNode report = pages.as(Role.HEAD).json("/api/accuracy");
        Document page = pages.page("/accuracy?lang=en");

        // Then
        List<String> told = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (JsonNode row : report.get("items")) {
            JsonNode item = row.get("item");
            String key = item.get("kind").asText().toLowerCase(Locale.ROOT)
                    + (item.hasNonNull("scorecard")
                            ? "." + item.get("scorecard").asText()
                            : "")
                    + "." + item.get("id").asText();
            told.add(key + " "
                    + row.get("decision").asText().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                    + figure(row.get("agreement")) + " " + figure(row.get("found")));
        }
        for (Element row : page.select("tbody[data-decision]")) {
            shown.add(row.id() + " " + row.attr("data-decision") + " " + first(row, 1) + " " + first(row, 2));
        }
        assertThat(told).hasSizeGreaterThan(20);
        // groups without any review stand last on the page
        assertThat(shown).containsExactlyInAnyOrderElementsOf(told);
        assertThat(report.get("simulated").asLong())
                .isEqualTo(report.get("reviews").asLong());
    }

    @Test
    void givesTheTableAsFiles() throws Exception {
        // When
        String csv =
                pages.as(Role.SUPERVISOR).get("/accuracy/export.csv?lang=en").body();
        int xlsx = pages.bytes("/accuracy/export.xlsx").statusCode();
        JsonNode report = pages.json("/api/accuracy");

        // Then
        assertThat(csv.lines()).hasSize(report.get("items").size() + 1);
        assertThat(csv).contains("criterion.service.");
        assertThat(xlsx).isEqualTo(200);
    }

    @Test
    void countsOnlyCallsOfOnesTeams() throws Exception {
        // When
        long all =
                pages.as(Role.SUPERVISOR).json("/api/accuracy").get("reviews").asLong();
        long own = pages.as(Role.SUPERVISOR, "Команда 1")
                .json("/api/accuracy")
                .get("reviews")
                .asLong();
        long none = pages.as(Role.SUPERVISOR, "Другая")
                .json("/api/accuracy")
                .get("reviews")
                .asLong();

        // Then
        assertThat(own).isPositive().isLessThan(all);
        assertThat(none).isZero();
    }

    private static String figure(JsonNode figure) {
        return figure.get("of").asLong() == 0
                ? "cannot be told yet"
                : figure.get("count").asText() + " of " + figure.get("of").asText();
    }

    private static String first(Element row, int place) {
        Element cell = row.select("tr").get(0).select("td").get(place);
        return cell.ownText().strip();
    }
}
