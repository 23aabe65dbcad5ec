package io.callscope.analytics.web.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of whom to call, and what is said of promises. */
class PromisesPagesIT {
    private TestPages pages;

    @BeforeEach
    void start() {
        pages = SeededPromises.pages();
        pages.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private List<String> calls(String query) throws Exception {
        List<String> calls = new ArrayList<>();
        pages.json("/api/promises" + query)
                .get("promises")
                .forEach(one -> calls.add(one.get("callId").textValue()));
        return calls;
    }

    private long number(String call, String state) throws Exception {
        for (JsonNode one : pages.json("/api/promises?state=" + state).get("promises")) {
            if (one.get("callId").textValue().equals(call)) {
                return one.get("number").longValue();
            }
        }
        throw new IllegalStateException("no promise in " + call);
    }

    @Test
    void opensWithWhomToCallOverdueFirst() throws Exception {
        // When
        Document page = pages.page("/promises?lang=ru");

        // Then
        assertThat(page.select("#lead p").first().text())
                .isEqualTo("Перезвонить раньше, чем позвонят сами: 5 обещаний, 5 клиентов. Срок уже прошёл у 2.");
        assertThat(page.select("#promises tbody tr").eachAttr("data-state"))
                .containsExactly("overdue", "overdue", "open", "open", "open");
        assertThat(calls("")).containsExactly("overdue-1", "overdue-2", "today-1", "today-2", "usual");
        Element first = page.select("#promises tbody tr").first();
        assertThat(first.text()).contains("•••• ", "просрочено", "перезвонить", "Линия 1", "прошло 1 д");
        assertThat(first.select("a[href^=/calls/overdue-1#t=]")).hasSize(1);
        assertThat(page.text()).contains("срок не назван, взят обычный");
        assertThat(page.html()).as("no words of a call").doesNotContain("до двенадцати");
    }

    @Test
    void everyFigureOfThePageStandsInTheJson() throws Exception {
        // Given
        JsonNode json = pages.json("/api/promises");

        // When
        Document page = pages.page("/promises?lang=en");

        // Then
        assertThat(page.select("#lead p").get(0).text())
                .isEqualTo("To call before they call: %d promises, %d customers. The term has passed of %d."
                        .formatted(
                                json.get("total").intValue(),
                                json.get("customers").intValue(),
                                json.get("overdue").intValue()));
        JsonNode week = json.at("/weeks/0");
        assertThat(page.select("#lead p").get(1).text())
                .isEqualTo(
                        "In the week 12 Oct – 18 Oct the term of %d promises ended: %d kept in time, %d late, %d overdue, %d cannot be followed."
                                .formatted(
                                        week.get("promises").intValue(),
                                        week.get("kept").intValue(),
                                        week.get("late").intValue(),
                                        week.get("overdue").intValue(),
                                        week.get("unknown").intValue()));
        assertThat(page.select("#lead p").get(2).text())
                .isEqualTo("In the week 5 Oct – 11 Oct the term of 1 promise ended: 1 broken.");
        assertThat(page.select("#promises tbody tr"))
                .hasSize(json.get("promises").size());
    }

    @Test
    void theAddressNarrowsTheList() throws Exception {
        assertThat(calls("?state=kept")).containsExactly("kept");
        assertThat(calls("?state=late")).containsExactly("late");
        assertThat(calls("?state=broken")).containsExactly("broken");
        assertThat(calls("?state=unknown")).containsExactly("hidden");
        assertThat(calls("?state=open")).contains("tomorrow");
        assertThat(calls("?date=2026-10-15")).contains("tomorrow");
        assertThat(calls("?date=2026-10-13")).containsExactly("overdue-1", "overdue-2");
        assertThat(calls("?kind=refund")).containsExactly("overdue-2");
        assertThat(calls("?team=" + java.net.URLEncoder.encode("Линия 2", java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("overdue-2", "today-2");
        assertThat(calls("?queue=" + java.net.URLEncoder.encode("Доставка", java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("today-2");
        for (String wrong : List.of("state=gone", "kind=song", "date=tomorrow", "page=0")) {
            HttpResponse<String> refused = pages.get("/api/promises?" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void anotherSystemClosesAPromiseOnce() throws Exception {
        // Given
        long number = number("overdue-2", "overdue");
        String address = "/api/promises/" + number + "/close";
        String body = "{\"outcome\":\"kept\",\"at\":\"2026-10-14T09:00:00Z\",\"who\":\"CRM\",\"note\":\"выплачено\"}";

        // When
        HttpResponse<String> closed = pages.sendBody("POST", address, body);
        HttpResponse<String> again = pages.sendBody("POST", address, body);

        // Then
        assertThat(closed.statusCode()).isEqualTo(200);
        assertThat(closed.body()).contains("\"state\":\"kept\"", "\"who\":\"CRM\"");
        assertThat(again.body()).isEqualTo(closed.body());
        assertThat(calls("")).doesNotContain("overdue-2");
        assertThat(audit("promise-closed")).isEqualTo(1);

        // When: without a time, twice
        pages.sendBody("POST", address, "{\"outcome\":\"cancelled\"}");
        pages.clock().pass(java.time.Duration.ofMinutes(3));
        pages.sendBody("POST", address, "{\"outcome\":\"cancelled\"}");

        // Then
        assertThat(pages.json("/api/promises/" + number).at("/closing/who").textValue())
                .isEqualTo("supervisor");
        assertThat(audit("promise-closed")).isEqualTo(2);

        // When
        HttpResponse<String> reopened = pages.send("POST", "/api/promises/" + number + "/reopen");
        pages.send("POST", "/api/promises/" + number + "/reopen");

        // Then
        assertThat(reopened.body()).contains("\"state\":\"overdue\"");
        assertThat(audit("promise-reopened")).isEqualTo(1);
    }

    private long audit(String action) {
        return org.jdbi.v3.core.Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit_log WHERE action = :action")
                        .bind("action", action)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        // Given
        long number = number("overdue-1", "overdue");
        String address = "/api/promises/" + number + "/close";

        // When / Then
        for (String body : List.of(
                "{}",
                "{\"outcome\":\"lost\"}",
                "{\"outcome\":\"kept\",\"why\":\"x\"}",
                "{\"outcome\":\"kept\",\"at\":\"2026-10-11T09:00:00Z\"}",
                "{\"outcome\":\"kept\",\"at\":\"2026-10-15T09:00:00Z\"}",
                "{\"outcome\":\"kept\",\"who\":\"\"}")) {
            assertThat(pages.sendBody("POST", address, body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(pages.sendBody("POST", address, "{\"outcome\":\"lost\"}").body())
                .contains("kept, broken, cancelled");
        assertThat(pages.sendBody("POST", "/api/promises/999999/close", "{\"outcome\":\"kept\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(pages.as(Role.SUPERVISOR, "Линия 2")
                        .sendBody("POST", address, "{\"outcome\":\"kept\"}")
                        .statusCode())
                .as("a promise of another team")
                .isEqualTo(404);
        assertThat(calls("")).containsExactly("overdue-2", "today-2");
        assertThat(pages.json("/api/promises").at("/weeks/0/kept").intValue()).isZero();
    }

    @Test
    void thePageClosesAndOpensAgain() throws Exception {
        // Given
        long number = number("overdue-1", "overdue");

        // When
        HttpResponse<String> closed = pages.post(
                "/promises/" + number + "/close",
                "outcome",
                "kept",
                "note",
                "",
                "state",
                "overdue",
                "kind",
                "call-back");

        // Then
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(closed.headers().firstValue("Location")).contains("/promises?state=overdue&kind=call-back");
        Document page = pages.page("/promises?state=kept&lang=ru");
        Element row = page.select("tr[data-promise=" + number + "]").first();
        assertThat(row.text()).contains("выполнено", "supervisor", "Вернуть в работу");
        pages.post("/promises/" + number + "/reopen");
        assertThat(calls("")).contains("overdue-1");
    }

    @Test
    void leavesAsATableForRussianExcelAndForPrograms() throws Exception {
        // When
        String excel = pages.get("/promises/export.csv?lang=ru").body();
        String plain = pages.get("/promises/export.csv?lang=en&dialect=plain").body();

        // Then
        assertThat(excel)
                .startsWith("\uFEFFНомер;Состояние;")
                .contains(";27,00;")
                .contains("просрочено");
        assertThat(plain).startsWith("Number,State,").contains(",27.00,");
        assertThat(plain.lines()).hasSize(6);
        assertThat(excel).doesNotContain("до двенадцати");
        assertThat(pages.get("/promises/export.xlsx").body()).startsWith("PK");
    }

    @Test
    void anEmptyDayIsSaidSo() throws Exception {
        // Given
        try (TestPages none = TestPages.empty()) {
            none.as(Role.HEAD);

            // When
            Document page = none.page("/promises?lang=ru");

            // Then
            assertThat(page.select(".empty h2").text()).isEqualTo("Сегодня перезванивать некому");
            assertThat(page.select("#lead").text()).isEqualTo("Перезванивать сегодня некому.");
            assertThat(none.page("/promises?lang=ru&kind=visit")
                            .select(".empty h2")
                            .text())
                    .isEqualTo("Таких обещаний нет");
        }
    }
}
