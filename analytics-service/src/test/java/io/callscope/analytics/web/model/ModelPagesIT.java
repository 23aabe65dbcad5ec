package io.callscope.analytics.web.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditTrail.Filter;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.SeededModel;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.call.CallId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which calls wait for the model, and what it takes. */
class ModelPagesIT {
    private TestPages pages;

    @BeforeEach
    void start() {
        pages = TestPages.seeded();
        new SeededModel(pages.database().dataSource(), pages.clock()).all();
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void whatWaitsStandsThereWithItsReasonAndWhatBecomesOfIt() throws Exception {
        // When
        pages.as(Role.SUPERVISOR);
        Document page = pages.page("/model");
        Document some = pages.page("/model?reason=wrong-schema");
        JsonNode json = pages.json("/api/llm/parked");

        // Then
        assertThat(page.select("table.parked tbody tr")).hasSize(4);
        assertThat(page.select("tr[data-reason=day-budget]").text()).contains("предел на день", "Сам, в свой черёд");
        assertThat(page.select("table.parked-by tbody tr").get(0).text()).startsWith("ответ не той формы 2");
        assertThat(page.getElementById("used").text()).startsWith("Сегодня ").contains("из 5", "токенов", "RUB");
        assertThat(page.select("form[action=/model/resume]"))
                .as("only ops resume")
                .isEmpty();
        assertThat(some.select("table.parked tbody tr")).hasSize(2);
        assertThat(json.at("/total").asInt()).isEqualTo(4);
        assertThat(json.at("/calls/0/callId").asText()).isEqualTo("call-10");
        assertThat(json.at("/by/0/reason").asText()).isEqualTo("wrong-schema");
        assertThat(json.at("/by/0/asked").asInt()).isEqualTo(1);
    }

    @Test
    void opsAsksForOneCallOrAllOfAReasonAndThatIsAudited() throws Exception {
        // Given
        pages.as(Role.OPS);

        // When
        var one = pages.post("/model/resume", "call", "call-1");
        var some = pages.post("/model/resume", "reason", "wrong-schema");
        Document after = pages.page("/model?asked=2");

        // Then
        assertThat(one.headers().firstValue("Location")).contains("/model?asked=1");
        assertThat(some.headers().firstValue("Location")).contains("/model?reason=wrong-schema&asked=2");
        assertThat(after.getElementById("asked").text()).isEqualTo("Модель спросят снова про 2 звонка, в свой черёд.");
        assertThat(after.select("tr[data-reason=call-budget]").text()).contains("Повтор запрошен");
        assertThat(after.select("table.parked a[href^=/calls/]"))
                .as("ops reads no calls")
                .isEmpty();
        var rows = new JdbiAuditLog(pages.database().dataSource(), pages.clock())
                .newest(new Filter("ops", AuditAction.CALLS_RESUMED, null, null, null), Long.MAX_VALUE, 10);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).event().detail()).containsEntry("reason", "wrong-schema");
        assertThat(rows.get(1).event().calls()).isEqualTo(List.of(new CallId("call-1")));
    }

    @Test
    void aTeamSeesItsOwnCallsOnly() throws Exception {
        assertThat(pages.as(Role.SUPERVISOR, "another team")
                        .json("/api/llm/parked")
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void costsStandByDayAndTaskAgainstTheCaps() throws Exception {
        // When
        pages.as(Role.HEAD);
        Document page = pages.page("/model/costs");
        JsonNode json = pages.json("/api/llm/costs?from=2026-10-14&to=2026-10-14");

        // Then: 8 of 10 calls were asked about, 2 came out of the cache; one request was lost
        assertThat(page.select("tbody[data-day]")).hasSize(2);
        assertThat(page.select("tbody[data-day=2026-10-13]").text()).contains("2 звонка отложены и ждут");
        assertThat(json.at("/report/days/0/calls").asInt()).isEqualTo(10);
        JsonNode contact = json.at("/report/lines/0");
        assertThat(contact.at("/task").asText()).isEqualTo("contact");
        assertThat(contact.at("/calls").asInt()).isEqualTo(10);
        assertThat(contact.at("/sums/requests").asInt()).isEqualTo(9);
        assertThat(contact.at("/sums/fromCache").asInt()).isEqualTo(2);
        assertThat(contact.at("/sums/failed").asInt()).isEqualTo(1);
        assertThat(contact.at("/estimated").asInt()).isEqualTo(1);
        JsonNode marks = json.at("/report/lines/1");
        // 8 times 1000 tokens at 12, 3000 at 3 and 250 at 48 a million
        assertThat(marks.at("/sums/money").decimalValue()).isEqualByComparingTo("0.264");
        assertThat(json.at("/budget/tokensPerDay").asLong()).isEqualTo(5_000_000);
    }

    @Test
    void wrongAddressesSayWhatWasExpected() throws Exception {
        pages.as(Role.HEAD);
        assertThat(pages.get("/model/costs?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(pages.get("/model/costs?from=2026-10-15&to=2026-10-14").statusCode())
                .isEqualTo(400);
        assertThat(pages.get("/api/llm/costs?from=2020-01-01&to=2026-10-14").statusCode())
                .isEqualTo(400);
        assertThat(pages.get("/model?reason=%3Cb%3E").statusCode()).isEqualTo(400);
        assertThat(pages.get("/model?page=0").statusCode()).isEqualTo(400);
        assertThat(pages.get("/model?asked=many").statusCode()).isEqualTo(400);
    }

    @Test
    void withoutAnyThingEachPageSaysSo() throws Exception {
        try (TestPages empty = TestPages.empty()) {
            empty.as(Role.HEAD);
            assertThat(empty.page("/model").select(".empty h2").text()).isEqualTo("Отложенных звонков нет");
            assertThat(empty.page("/model/costs").select(".empty").text()).contains("Расход появится");
        }
    }
}
