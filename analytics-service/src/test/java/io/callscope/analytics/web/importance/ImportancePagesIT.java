package io.callscope.analytics.web.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.text.Formats;
import io.callscope.analytics.web.text.Language;
import io.callscope.model.json.EventJson;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What matters, over surveys that depend on barriers by known amounts; and how they come in. */
class ImportancePagesIT {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.,])\\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?: \\d{4})?|\\d{2}\\.\\d{4}|\\d+:\\d{2}");

    private static TestPages pages;

    @BeforeAll
    static void start() throws Exception {
        pages = SeededSurveys.pages();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void asHead() {
        pages.as(Role.HEAD);
    }

    @Test
    void findsWhatLowersTheAnswers() throws Exception {
        // When
        JsonNode report = pages.json("/api/importance");
        Document page = pages.page("/importance?lang=ru");

        // Then
        assertThat(report.has("refusal")).isFalse();
        assertThat(report.at("/factors/0/id").textValue()).isEqualTo("certainty");
        assertThat(report.at("/factors/1/id").textValue()).isEqualTo("fair-treatment");
        assertThat(report.at("/factors/0/slope").doubleValue()).isNegative();
        double nps = report.get("outcome").doubleValue();
        assertThat(report.at("/factors/0/after").doubleValue())
                .isGreaterThan(nps)
                .isBetween(
                        report.at("/factors/0/afterEnds/low").doubleValue(),
                        report.at("/factors/0/afterEnds/high").doubleValue());
        double sum = 0;
        for (JsonNode factor : report.get("factors")) {
            sum += factor.get("share").doubleValue();
        }
        assertThat(sum).isCloseTo(report.get("explained").doubleValue(), within(1e-9));
        assertThat(page.select("#lead").text()).contains("Сильнее всего с этим связано: «Ясность»");
        assertThat(page.select(".notice").text()).contains("Связь — ещё не причина");
        assertThat(page.select("svg.quadrant a[href=#factor-1][aria-label^=1. Ясность]"))
                .hasSize(1);
        assertThat(page.select("tr#factor-1 th").text()).startsWith("Ясность");
    }

    @Test
    void findsWhatCostsMoneyAndCustomers() throws Exception {
        // When
        JsonNode check = pages.json("/api/importance?outcome=average-check");
        JsonNode churn = pages.json("/api/importance?outcome=churn");
        Document page = pages.page("/importance?outcome=churn&lang=ru");

        // Then: a barrier less is more money and fewer who leave
        assertThat(check.at("/factors/0/id").textValue()).isEqualTo("certainty");
        assertThat(check.at("/factors/0/slope").doubleValue()).isCloseTo(-20_000, within(3_000.0));
        assertThat(check.at("/factors/0/after").doubleValue())
                .isGreaterThan(check.get("outcome").doubleValue());
        assertThat(churn.at("/factors/0/id").textValue()).isEqualTo("certainty");
        assertThat(churn.at("/factors/0/slope").doubleValue()).isCloseTo(30, within(15.0));
        assertThat(churn.at("/factors/0/after").doubleValue())
                .isLessThan(churn.get("outcome").doubleValue());
        assertThat(page.select("tr#factor-1 th").text()).isEqualTo("Ясность");
        assertThat(page.text()).contains("О ком известно").doesNotContain("Недовольные отвечают чаще");
    }

    @Test
    void saysWhoAnswered() throws Exception {
        // When
        JsonNode report = pages.json("/api/importance");

        // Then
        assertThat(report.at("/answered/share").doubleValue()).isBetween(0.5, 0.7);
        assertThat(report.at("/barriers/silent/of").intValue()
                        + report.at("/barriers/answered/of").intValue())
                .isEqualTo(report.at("/answered/of").intValue());
    }

    @Test
    void showsFiguresOfQueuesAndTeamsBesideBarriers() throws Exception {
        // When
        JsonNode report = pages.json("/api/importance");
        pages.as(Role.SUPERVISOR, "Север");
        JsonNode other = pages.json("/api/importance");

        // Then: weighted by calls offered; the newest month
        assertThat(report.at("/queues/0/aht").doubleValue()).isEqualTo((100 * 240 + 300 * 300) / 400.0);
        assertThat(report.at("/queues/0/sl").doubleValue()).isEqualTo(65);
        assertThat(report.at("/teams/0/month").textValue()).isEqualTo("2026-09-01");
        assertThat(report.at("/teams/0/enps").doubleValue()).isEqualTo(-12);
        assertThat(other.get("queues")).isEmpty();
        assertThat(other.get("teams")).isEmpty();
    }

    @Test
    void everyFigureOfThePageStandsInTheJson() throws Exception {
        for (String query : List.of(
                "",
                "?by=code&outcome=csat",
                "?outcome=average-check",
                "?outcome=churn",
                "?fall=50&queue=%D0%94%D0%BE%D1%81%D1%82%D0%B0%D0%B2%D0%BA%D0%B0")) {
            // Given
            Set<String> known = new HashSet<>();
            collect(pages.json("/api/importance" + query), known);

            // When
            Document page = pages.page("/importance" + query + (query.isEmpty() ? "?" : "&") + "lang=en");
            page.select(
                            "form, .scale, h1, .repeats-notes, #main td:first-child.num, .quadrant .number, .quadrant-names")
                    .remove();
            Set<String> shown = new TreeSet<>();
            Matcher figures =
                    NUMBER.matcher(DATE.matcher(page.select("main").text().replaceAll("95 %|in 100 calls|30 days", " "))
                            .replaceAll(" "));
            while (figures.find()) {
                shown.add(figures.group());
            }

            // Then
            assertThat(shown).as(query).hasSizeGreaterThan(25);
            assertThat(known).as(query).containsAll(shown);
        }
    }

    private static void collect(JsonNode node, Set<String> known) {
        if (node.isNumber()) {
            double value = node.doubleValue();
            Formats formats = new Formats(Language.EN, ZoneId.of("Europe/Moscow"));
            known.add(formats.number(Math.abs(Math.round(value))));
            known.add(formats.oneDecimal(Math.abs(value)));
            known.add(formats.oneDecimal(value * 100));
        }
        node.forEach(child -> collect(child, known));
    }

    @Test
    void refusesToSpeakOfFewAnswers() throws Exception {
        // When
        Document page = pages.page(
                "/importance?lang=ru&weeks=4&team=%D0%AE%D0%B3&queue=%D0%94%D0%BE%D1%81%D1%82%D0%B0%D0%B2%D0%BA%D0%B0");

        // Then
        assertThat(page.select(".importance-refusal").text()).contains("Ответов слишком мало");
        assertThat(page.select("svg.quadrant, .importance-factors")).isEmpty();
        assertThat(pages.page("/importance?lang=ru&week=2025-01-01")
                        .select(".empty")
                        .text())
                .contains("опросов нет")
                .contains("callscope surveys import");
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        // When
        JsonNode again = read(pages.put("/api/surveys", SeededSurveys.csv(pages)));
        JsonNode tried = read(pages.put("/api/surveys?dryRun=true", "call_id;nps\nf-0;3\nf-9999999;3\nf-1;30\n"));
        JsonNode corrected = read(pages.put("/api/teams", "team;month;enps\nЮг;2026-08;11\n"));

        // Then
        assertThat(again.get("unchanged").intValue())
                .isEqualTo(again.get("rows").intValue())
                .isPositive();
        assertThat(again.get("added").intValue() + again.get("changed").intValue())
                .isZero();
        assertThat(tried.get("bad").intValue()).isEqualTo(2);
        assertThat(tried.get("unknownCalls").intValue()).isEqualTo(1);
        assertThat(corrected.get("changed").intValue()).isEqualTo(1);
        assertThat(read(pages.put("/api/surveys", SeededSurveys.csv(pages)))
                        .get("changed")
                        .intValue())
                .as("a dry run keeps nothing")
                .isZero();
        assertThat(pages.json("/api/importance").at("/teams/0/turnover").doubleValue())
                .isEqualTo(6.5);
    }

    private static JsonNode read(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return EventJson.mapper().readTree(response.body());
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        for (String query : List.of("outcome=mood", "by=agent", "fall=7", "weeks=1")) {
            assertThat(pages.get("/api/importance?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(pages.put("/api/surveys", "score;who\n1;2\n").body()).contains("call_id, customer_key, date, nps");
        assertThat(pages.put("/api/surveys?charset=moon", "call_id;nps\n").statusCode())
                .isEqualTo(400);
    }
}
