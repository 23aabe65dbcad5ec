package io.callscope.analytics.web.forces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.text.Formats;
import io.callscope.analytics.web.text.Language;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

/** The page on the six forces, over twelve weeks that end the day before the pages' now. */
class ForcesPagesIT {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.,])\\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?: \\d{4})?");

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = SeededForces.pages();
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
        Document page = pages.page("/forces?lang=ru");

        // Then: now is Wednesday, 14 October
        assertThat(page.select("#lead").text())
                .startsWith("Неделя 05.10.2026 – 11.10.2026.")
                .contains("барьер слышен в")
                .contains("Чаще всего страдает «Ясность»")
                .contains("Больше всего барьеров у подразделения «Логистика");
        assertThat(page.select(".heat td[class~=h5]")).isNotEmpty();
        assertThat(page.select(".force-trends svg polygon.band")).hasSize(7);
        assertThat(page.select(".gap-action").text()).contains("Назвать срок в каждой заявке");
    }

    @Test
    void everyFigureOfThePageStandsInTheJson() throws Exception {
        for (String query : List.of("", "?weeks=4", "?show=driver", "?queue=" + encoded("Доставка"))) {
            // Given
            Set<String> known = new HashSet<>();
            collect(pages.json("/api/forces" + query), known);

            // When
            Document page = pages.page("/forces" + query + (query.isEmpty() ? "?" : "&") + "lang=en");
            // words about the method, and what is no figure of the report
            page.select("form, .scale, .ends, .keys, .repeats-notes, h1, .force-map > .sub + .sub, #main .gap-action")
                    .remove();
            page.select("p.sub").forEach(ForcesPagesIT::dropHundred);
            page.select("#lead, thead").forEach(ForcesPagesIT::dropHundred);
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

    /** "of 100 calls" and "95 % interval" say what a figure is. */
    private static void dropHundred(Element words) {
        words.text(words.text().replaceAll("\\b(?:of|in) 100\\b|95 %|In 100 calls", " "));
    }

    private static void collect(JsonNode node, Set<String> known) {
        if (node.isNumber()) {
            double value = node.doubleValue();
            Formats formats = new Formats(Language.EN, SeededForces.MOSCOW);
            known.add(formats.number(Math.round(value)));
            known.add(formats.oneDecimal(value * 100));
        }
        node.forEach(child -> collect(child, known));
    }

    @Test
    void aCellLeadsToItsCalls() throws Exception {
        for (JsonNode cell : pages.json("/api/forces").get("map")) {
            int calls = cell.at("/barriers/count").intValue();
            // the fixture knows one stage
            if (calls > 0 && cell.get("stage").textValue().equals("delivery")) {
                // When
                JsonNode list = pages.json(
                        "/api/calls?force=%s&stage=%s&polarity=barrier&from=2026-10-05&to=2026-10-11&verdict=judged&size=100"
                                .formatted(
                                        cell.get("force").textValue(),
                                        cell.get("stage").textValue()));

                // Then
                assertThat(list.get("calls")).as(cell.toString()).hasSize(calls);
            }
        }
        String cell = pages.page("/forces")
                .select(".heat td a[href*=stage=delivery]")
                .first()
                .attr("href");
        assertThat(pages.get(cell).statusCode()).isEqualTo(200);
        assertThat(cell).contains("from=2026-10-05&to=2026-10-11&verdict=judged");
    }

    @Test
    void countsACallOnceForAForceAndFollowsWhatChanges() throws Exception {
        // Given
        Jdbi jdbi = Jdbi.create(pages.database().dataSource());
        String week = "/api/forces?week=2026-05-04";
        LocalDate monday = LocalDate.of(2026, 5, 4);
        jdbi.useTransaction(handle -> {
            SeededForces.add(
                    handle,
                    "twice",
                    monday.atTime(0, 10).atZone(SeededForces.MOSCOW).toOffsetDateTime(),
                    "Заказы",
                    "Юг",
                    true,
                    true);
            SeededForces.mark(handle, "twice", 0, "control", "control.no-choice", "barrier", "order", "sales", 0, 3);
            SeededForces.mark(handle, "twice", 1, "control", "control.imposed", "barrier", "order", "sales", 0, 1);
        });

        // When
        int waiting = pages.json(week).get("waiting").intValue();
        SeededForces.count(pages);
        JsonNode counted = pages.json(week);
        jdbi.useHandle(handle -> handle.execute("UPDATE calls SET queue = 'Другая' WHERE call_id = 'twice'"));
        SeededForces.count(pages);
        JsonNode moved = pages.json(week);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM calls WHERE call_id = 'twice'"));
        SeededForces.count(pages);
        JsonNode gone = pages.json(week);

        // Then
        assertThat(waiting).isEqualTo(1);
        assertThat(counted.get("calls").intValue()).isEqualTo(1);
        assertThat(counted.at("/barriers/count").intValue()).isEqualTo(1);
        assertThat(counted.at("/gaps/0/share/count").intValue()).isEqualTo(1);
        assertThat(counted.at("/gaps/0/barriers")).hasSize(2);
        assertThat(counted.at("/queues/0/value").textValue()).isEqualTo("Заказы");
        assertThat(moved.at("/queues/0/value").textValue()).isEqualTo("Другая");
        assertThat(gone.get("calls").intValue()).isZero();
    }

    @Test
    void anEmptyWeekSaysSo() throws Exception {
        Document page = pages.page("/forces?lang=ru&week=2025-01-01");
        assertThat(page.select(".empty").text())
                .contains("разобранных звонков нет")
                .contains("30.12.2024");
        assertThat(page.select("#lead")).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        for (String query : List.of("week=yesterday", "weeks=3", "show=both")) {
            HttpResponse<String> response = pages.get("/api/forces?" + query);
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(response.body()).contains(query.substring(0, query.indexOf('=')));
        }
        assertThat(pages.get("/forces/export.csv?department=moon").statusCode()).isEqualTo(400);
    }

    @Test
    void countsOnlyTheTeamsOfItsUser() throws Exception {
        // Given
        int everybody = pages.json("/api/forces").get("calls").intValue();
        pages.as(Role.SUPERVISOR, "Юг");

        // When
        JsonNode own = pages.json("/api/forces");

        // Then
        assertThat(own.get("calls").intValue()).isPositive().isLessThan(everybody);
        assertThat(own.get("teams")).hasSize(1);
    }

    @Test
    void showsOpsFiguresButNoWayToCalls() throws Exception {
        // Given
        pages.as(Role.OPS);

        // When
        Document page = pages.page("/forces");

        // Then
        assertThat(page.select(".heat td")).isNotEmpty();
        assertThat(page.select("a[href^=/calls], a[href*=export]")).isEmpty();
    }

    @Test
    void leavesAsATableAndAsTheSheetOfADepartment() throws Exception {
        // When
        String excel = pages.get("/forces/export.csv?lang=ru").body();
        String sheet = pages.get("/forces/export.csv?lang=en&dialect=plain&department=logistics")
                .body();

        // Then
        double share = pages.json("/api/forces").at("/barriers/share").doubleValue() * 100;
        assertThat(excel)
                .startsWith("\uFEFFРаздел;Что;")
                .contains(";" + "%.2f".formatted(share).replace('.', ',') + ";");
        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet)
                .contains("certainty.no-deadline,Delivery and receipt")
                .contains("Set a date on every request");
        assertThat(pages.get("/forces/export.xlsx?lang=ru").body()).startsWith("PK");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
