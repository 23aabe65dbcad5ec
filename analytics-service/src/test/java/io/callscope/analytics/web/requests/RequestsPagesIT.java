package io.callscope.analytics.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.text.Formats;
import io.callscope.analytics.web.text.Language;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on requests and ideas, over seventeen weeks that end before the pages' now. */
class RequestsPagesIT {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.,])\\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?: \\d{4})?(?:, \\d\\d:\\d\\d)?");

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = SeededRequests.pages();
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
    void opensWithTheLastWholeWeekInSentences() throws Exception {
        // When
        Document page = pages.page("/requests?lang=ru");

        // Then: now is Wednesday, 14 October; refunds have tripled
        assertThat(page.select("#lead").text())
                .startsWith("Неделя 05.10.2026 – 11.10.2026.")
                .contains("Просят то, чего нет, или предлагают в ")
                .contains("Чаще, чем бывает случайно, обращаются по поводу: «Возврат денег или товара».")
                .contains("Самообслуживание не сработало в ");
        Element refund = page.select("#reasons tr[data-heard=refund]").first();
        assertThat(refund.text()).contains("Чаще, чем бывает случайно: было ", "(p = ");
        assertThat(refund.select("a[href^=/calls/]")).hasSize(5);
        assertThat(page.select("#reasons tr[data-verdict=noise]").text()).contains("В пределах случайного: было ");
        assertThat(page.select("header a[href=/requests]").text()).contains("Запросы и идеи");
    }

    @Test
    void aCallBeginsAtItsWords() throws Exception {
        // When
        JsonNode report = pages.json("/api/requests");

        // Then
        JsonNode need = report.at("/needs/0");
        assertThat(need.get("id").textValue()).isEqualTo("unmet-need");
        assertThat(need.get("hear")).hasSize(5);
        for (JsonNode call : need.get("hear")) {
            assertThat(call.get("atMs").longValue()).isEqualTo(12_000);
            assertThat(call.get("startedAt").textValue()).isBetween("2026-10-09", "2026-10-12");
            JsonNode heard = pages.json("/api/calls/" + call.get("callId").textValue());
            assertThat(heard.at("/analysis/signals").toString()).contains("unmet-need");
        }
        for (JsonNode step : report.at("/breaks/steps")) {
            long expected = switch (step.get("id").textValue()) {
                case "asked-again-in-app" -> 12_000;
                case "self-service-failed" -> 7_000;
                default -> 9_000;
            };
            assertThat(step.at("/hear/0/atMs").longValue())
                    .as(step.get("id").textValue())
                    .isEqualTo(expected);
        }
        assertThat(report.at("/breaks/steps")).hasSize(4);
        String address = pages.page("/requests")
                .select("#needs a[href^=/calls/]")
                .first()
                .attr("href");
        assertThat(address).endsWith("#t=12000");
        assertThat(pages.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void aLineLeadsToItsCalls() throws Exception {
        // Given
        JsonNode report = pages.json("/api/requests");

        for (JsonNode need : report.get("needs")) {
            // When
            JsonNode list = pages.json("/api/calls?signal=%s&from=2026-10-05&to=2026-10-11&verdict=judged&size=100"
                    .formatted(need.get("id").textValue()));

            // Then
            assertThat(list.get("calls")).hasSize(need.at("/share/count").intValue());
        }
        for (Element link : pages.page("/requests").select("#main a[href^=/calls?]")) {
            assertThat(pages.get(link.attr("href")).statusCode())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
    }

    @Test
    void everyFigureOfThePageStandsInTheJson() throws Exception {
        for (String query : List.of("", "?weeks=4", "?weeks=13", "?queue=" + encoded("Доставка"))) {
            // Given
            Set<String> known = new HashSet<>();
            collect(pages.json("/api/requests" + query), known);

            // When
            Document page = pages.page("/requests" + query + (query.isEmpty() ? "?" : "&") + "lang=en");
            // words about the method, and what is no figure of the report
            page.select("form, .repeats-notes, h1, thead").remove();
            page.select("p, td").forEach(RequestsPagesIT::dropHundred);
            Set<String> shown = new TreeSet<>();
            Matcher figures =
                    NUMBER.matcher(DATE.matcher(page.select("main").text()).replaceAll(" "));
            while (figures.find()) {
                shown.add(figures.group());
            }

            // Then
            assertThat(shown).as(query).hasSizeGreaterThan(50);
            assertThat(known).as(query).containsAll(shown);
        }
    }

    /** "of 100 calls" says what a figure is; "below 0.001" is a p, as "p = 0.02" is. */
    private static void dropHundred(Element words) {
        if (words.children().isEmpty() || words.tagName().equals("p")) {
            words.text(words.text().replaceAll("(?i)\\b[oi][fn] 100\\b|p = [^)]*\\)", " "));
        }
    }

    private static void collect(JsonNode node, Set<String> known) {
        if (node.isNumber()) {
            double value = node.doubleValue();
            Formats formats = new Formats(Language.EN, SeededRequests.MOSCOW);
            known.add(formats.number(Math.round(value)));
            known.add(formats.oneDecimal(value * 100));
        }
        node.forEach(child -> collect(child, known));
    }

    @Test
    void countsCompetitorsByTheSitesNames() throws Exception {
        // Given: half of what is said names one, the rest none
        JsonNode report = pages.json("/api/requests?weeks=13");

        // Then
        long any = report.at("/competitors/share/count").longValue();
        long named = report.at("/names/0/share/count").longValue();
        assertThat(report.at("/names/0/id").textValue()).isEqualTo("Билайн");
        assertThat(named).isBetween(any / 4, 3 * any / 4);
        assertThat(report.at("/names/0/hear/0/atMs").longValue()).isEqualTo(12_000);
    }

    @Test
    void tellsTheVoiceOfTheProcessByDepartmentAlone() throws Exception {
        // When
        JsonNode report = pages.json("/api/requests?weeks=13");
        Document page = pages.page("/requests?weeks=13&lang=ru");

        // Then
        JsonNode voice = report.get("voice");
        assertThat(voice.get("state").textValue()).isEqualTo("shown");
        assertThat(voice.get("departments").findValuesAsText("department"))
                .contains("logistics", "billing", "digital", "contact-center");
        assertThat(voice.at("/departments/0/signs").findValuesAsText("signal"))
                .containsExactly("system-fails", "no-authority", "knowledge-gap");
        assertThat(page.select("#voice").text()).contains("Логистика", "Вместе, по показанным");
        assertThat(report.toString()).doesNotContain("\"a-1\"", "\"Юг\"", "agent_id", "agentId", "agents");
    }

    @Test
    void doesNotTellTheVoiceToWhoSeesOneTeam() throws Exception {
        // Given
        pages.as(Role.SUPERVISOR, "Юг");

        // When
        JsonNode report = pages.json("/api/requests?weeks=13");

        // Then
        assertThat(report.at("/voice/state").textValue()).isEqualTo("one-team");
        assertThat(report.at("/voice/departments")).isEmpty();
        assertThat(report.get("calls").longValue())
                .isPositive()
                .isLessThan(pages.as(Role.HEAD)
                        .json("/api/requests?weeks=13")
                        .get("calls")
                        .longValue());
        pages.as(Role.SUPERVISOR, "Юг");
        assertThat(pages.page("/requests?lang=ru").select("#h-voice ~ .notice").text())
                .contains("Вам видна одна команда");
        for (JsonNode call : report.at("/needs/0/hear")) {
            assertThat(pages.get("/api/calls/" + call.get("callId").textValue()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesAsATable() throws Exception {
        // When
        String excel = pages.get("/requests/export.csv?lang=ru").body();
        String plain = pages.get("/requests/export.csv?lang=en&dialect=plain").body();

        // Then
        double share = pages.json("/api/requests").at("/needs/0/share/share").doubleValue() * 100;
        assertThat(excel)
                .startsWith("\uFEFFРаздел;Что;")
                .contains("unmet-need;;")
                .contains(";" + "%.2f".formatted(share).replace('.', ',') + ";");
        assertThat(plain).contains("Contact reason,Refund,refund,").contains("more, not by chance");
        assertThat(pages.get("/requests/export.xlsx?lang=ru").body()).startsWith("PK");
        long noted = Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit_log WHERE action = 'exported'"
                                + " AND detail ->> 'filter' = '/requests' AND call_ids <> '{}'")
                        .mapTo(Long.class)
                        .one());
        assertThat(noted).isEqualTo(3);
    }

    @Test
    void anEmptyWeekSaysSo() throws Exception {
        Document page = pages.page("/requests?lang=ru&week=2025-01-01");
        assertThat(page.select(".empty").text())
                .contains("разобранных звонков нет")
                .contains("30.12.2024");
        assertThat(page.select("#lead")).isEmpty();
    }

    @Test
    void theFirstWeeksHaveNothingToBeComparedWith() throws Exception {
        // When
        Document page = pages.page("/requests?lang=ru&week=2026-06-22");

        // Then
        assertThat(page.select("#lead").text()).contains("Сравнивать тематики пока не с чем");
        assertThat(page.select("#reasons tr[data-verdict=too-few]")).hasSizeGreaterThan(5);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        for (String query : List.of("week=yesterday", "weeks=3", "weeks=52")) {
            HttpResponse<String> response = pages.get("/api/requests?" + query);
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(response.body()).contains(query.substring(0, query.indexOf('=')));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
