package io.callscope.analytics.web.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.text.Formats;
import io.callscope.analytics.web.text.Language;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on repeat contacts, over six weeks that end the day before the pages' now. */
class RepeatsPagesIT {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{1,2} [A-Z][a-z]{2,3}(?: \\d{4})?(?:, \\d{2}:\\d{2})?");

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = SeededRepeats.pages();
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
    void opensWithTheNewestClosedWeekInSentences() throws Exception {
        // When
        Document page = pages.page("/repeats?lang=ru");

        // Then: now is 14 October
        assertThat(page.select("#lead").text())
                .startsWith("Неделя 28.09.2026 – 04.10.2026 (срок для повторов вышел 11.10.2026).")
                .contains("Повторных обращений")
                .contains("причины дают")
                .contains("причина не слышна")
                .contains("Контакт-центр сам может убрать")
                .contains("Послушать:");
        assertThat(page.select("svg.pareto rect.bar-of")).isNotEmpty();
        assertThat(page.select("svg.trend circle.share.open")).isNotEmpty();
        assertThat(page.select("#causes .pairs a")).isNotEmpty();
    }

    @Test
    void everyFigureOfThePageStandsInTheJson() throws Exception {
        for (String query :
                List.of("", "?weeks=4", "?week=2026-10-12", "?queue=%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%D1%8B")) {
            // Given
            Set<String> known = new HashSet<>();
            collect(pages.json("/api/repeats" + query), known);

            // When
            Document page = pages.page("/repeats" + query + (query.isEmpty() ? "?" : "&") + "lang=en");
            page.select("form, .scale, .keys, .repeats-notes p, h1, .lang, option, footer")
                    .remove();
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

    /** Every number in each form in which a page may show it. */
    private static void collect(JsonNode node, Set<String> known) {
        if (node.isNumber()) {
            double value = node.doubleValue();
            Formats formats = new Formats(Language.EN, SeededRepeats.MOSCOW);
            known.add(formats.number(Math.round(value)));
            known.add(formats.oneDecimal(value));
            known.add(formats.oneDecimal(value * 100));
            known.add(formats.fraction(value));
        } else if (node.isArray()) {
            known.add(Integer.toString(node.size()));
        }
        if (node.has("last4")) {
            Matcher digits = NUMBER.matcher(node.get("last4").asText());
            while (digits.find()) {
                known.add(digits.group());
            }
        }
        node.forEach(child -> collect(child, known));
        if (node.has("causes")) {
            long pairs = 0;
            long bars = 0;
            for (JsonNode cause : node.get("causes")) {
                pairs += cause.get("pairs").size();
                bars += cause.get("apart").booleanValue() ? 0 : 1;
            }
            known.add(Long.toString(pairs));
            known.add(Long.toString(bars - 8));
            known.add(Long.toString(Math.min(3, bars)));
        }
    }

    @Test
    void saysThatAWeekIsStillOpen() throws Exception {
        // When
        Document page = pages.page("/repeats?lang=ru&week=2026-10-06");

        // Then
        assertThat(page.select("#lead.open").text()).contains("Ещё рано").contains("до 18.10.2026");
        assertThat(page.select("[data-figure=fcr].hatched")).hasSize(1);
    }

    @Test
    void saysThatEarlierCallsAreNotKnown() throws Exception {
        assertThat(pages.page("/repeats?lang=ru&week=2026-09-02")
                        .select(".notice")
                        .text())
                .contains("доля занижена");
    }

    @Test
    void saysThatCallsAreSimulatedOnlyWhereThereAreSuch() throws Exception {
        // Given
        Document before = pages.page("/repeats?lang=ru");
        markOneAsSimulated("simulated");

        // When
        Document after = pages.page("/repeats?lang=ru");
        for (String address : List.of("/", "/forces", "/importance", "/accuracy", "/plan", "/account")) {
            assertThat(pages.page(address + "?lang=ru").select("#made-up"))
                    .as(address)
                    .hasSize(1);
        }
        boolean told = pages.json("/api/repeats").path("simulated").booleanValue();
        markOneAsSimulated("other");

        // Then
        assertThat(before.select("#made-up")).isEmpty();
        assertThat(after.select("#made-up").text()).contains("смоделированные");
        assertThat(told).isTrue();
    }

    private static void markOneAsSimulated(String attribute) {
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle ->
                        handle.createUpdate("""
                        UPDATE calls SET attributes = jsonb_build_object(:name, 'true')
                        WHERE call_id = (SELECT min(call_id) FROM calls)
                        """).bind("name", attribute).execute());
    }

    @Test
    void anEmptyWeekSaysSo() throws Exception {
        // When
        Document page = pages.page("/repeats?lang=ru&week=2025-01-01");

        // Then
        assertThat(page.select(".empty").text())
                .contains("За это время обращений нет")
                .contains("30.12.2024");
        assertThat(page.select("#lead")).isEmpty();
    }

    @Test
    void keepsItsFilterInTheAddress() throws Exception {
        // When
        JsonNode narrowed = pages.json("/api/repeats?team=%D0%AE%D0%B3&reason=refund");
        JsonNode all = pages.json("/api/repeats");
        Document page = pages.page("/repeats?lang=ru&reason=refund&weeks=2");

        // Then
        assertThat(narrowed.at("/tally/contacts").intValue())
                .isPositive()
                .isLessThan(all.at("/tally/contacts").intValue());
        assertThat(narrowed.at("/lines/team")).hasSize(1);
        assertThat(page.select("select[name=reason] option[selected]").val()).isEqualTo("refund");
        assertThat(page.select(".export a").first().attr("href"))
                .isEqualTo("/repeats/export.xlsx?weeks=2&reason=refund");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        for (String query : List.of("week=yesterday", "weeks=3", "reason=weather", "stage=moon")) {
            // When
            HttpResponse<String> response = pages.get("/api/repeats?" + query);

            // Then
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(response.body()).contains(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void countsOnlyTheTeamsOfItsUser() throws Exception {
        // Given
        int everybody = pages.json("/api/repeats").at("/tally/contacts").intValue();
        pages.as(Role.SUPERVISOR, "Юг");

        // When
        JsonNode own = pages.json("/api/repeats");

        // Then: and of the pairs to hear both calls are his
        assertThat(own.at("/tally/contacts").intValue()).isPositive().isLessThan(everybody);
        assertThat(own.at("/lines/team")).hasSize(1);
        for (JsonNode cause : own.get("causes")) {
            for (JsonNode pair : cause.get("pairs")) {
                assertThat(team(pair.get("earlier").textValue())).isEqualTo("Юг");
                assertThat(team(pair.get("later").textValue())).isEqualTo("Юг");
            }
        }
    }

    private static String team(String call) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("SELECT team FROM calls WHERE call_id = :id")
                        .bind("id", call)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void leavesAsATableForRussianExcelAndForPrograms() throws Exception {
        // When
        String excel = pages.get("/repeats/export.csv?lang=ru").body();
        String plain = pages.get("/repeats/export.csv?lang=en&dialect=plain").body();
        HttpResponse<String> xlsx = pages.get("/repeats/export.xlsx?lang=ru");

        // Then
        double share = pages.json("/api/repeats").at("/repeats/share").doubleValue() * 100;
        assertThat(excel)
                .startsWith("\uFEFFРаздел;Что;")
                .contains(";" + "%.2f".formatted(share).replace('.', ',') + ";");
        assertThat(plain)
                .startsWith("Part,What,")
                .contains("," + "%.2f".formatted(share).replace(',', '.') + ",");
        assertThat(xlsx.body()).startsWith("PK");
    }
}
