package io.callscope.analytics.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue over HTTP, on a real database. */
class QueueIT {
    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.withQueue();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void asSupervisor() {
        pages.as(Role.SUPERVISOR);
    }

    /** A card that nobody has touched, and its version. */
    private static Element fresh() throws Exception {
        return pages.page("/queue").select(".card.cs-new").last();
    }

    private static String id(Element card) {
        return card.id().substring("card-".length());
    }

    private static String version(Element card) {
        return card.select("input[name=version]").attr("value");
    }

    private static HttpResponse<String> move(Element card, String move, String... fields) throws Exception {
        List<String> all = new ArrayList<>(List.of("version", version(card)));
        all.addAll(List.of(fields));
        return pages.post(
                "/queue/cards/" + id(card) + "/" + move,
                all,
                "Origin",
                pages.uri("").toString(),
                "HX-Request",
                "true");
    }

    @Test
    void theHeadSaysWhatTodayIsAndTheLineIsDrawn() throws Exception {
        // When
        Document page = pages.page("/queue");

        // Then
        assertThat(page.select("#nav a[aria-current]").text()).isEqualTo("На проверку");
        assertThat(page.select("#today").text())
                .matches("Сегодня: \\d+ звонк?.*, около \\d+ минут.*Ещё \\d+ ниже черты, из них просроченных \\d+.*");
        assertThat(page.select("#line-title").text()).contains("Черта");
        assertThat(page.select(".above .card")).isNotEmpty();
        assertThat(page.select(".above .card").first().hasClass("p1")).isTrue();
        assertThat(page.select(".groups li").text()).contains("ещё", "таких", "оператор Ирина Климова");
        assertThat(pages.page("/queue?lang=en").select("#today").text())
                .startsWith("Today: ")
                .contains("below the line");
        pages.page("/queue?lang=ru");
    }

    @Test
    void aCardShowsWhyAndLeadsToTheWords() throws Exception {
        // When
        Element card = pages.page("/queue").select(".card.p1").first();

        // Then
        assertThat(card.select(".flag").first().text())
                .contains("Клиент собирается уйти", "я расторгаю договор", "0:27");
        assertThat(card.select(".card-call").text()).contains("Команда");
        assertThat(card.select(".card-customer").text()).contains("••••");
        assertThat(card.select(".card-customer a").attr("href")).startsWith("https://crm.example/c/");
        assertThat(card.select("a.open").attr("href")).matches("/calls/[a-z0-9-]+\\?card=" + id(card) + "#t=\\d+");
    }

    @Test
    void whatWasSaidIsNeverMarkup() throws Exception {
        // When
        List<Document> all = List.of(pages.page("/queue"), pages.page("/queue/handover"), pages.page("/rules"));

        // Then
        assertThat(all).allSatisfy(page -> {
            assertThat(page.select(".card img, [style], style, [onclick], [onerror]"))
                    .isEmpty();
            assertThat(page.select("script").eachText()).allMatch(String::isEmpty);
        });
    }

    @Test
    void aCardIsTakenReleasedAndChecked() throws Exception {
        // Given
        Element card = fresh();

        // When
        Element taken = Jsoup.parse(move(card, "take").body()).select(".card").first();
        Element released =
                Jsoup.parse(move(taken, "release").body()).select(".card").first();
        HttpResponse<String> answer =
                move(released, "check", "outcome", "confirmed", "follow-up", "call-back", "comment", "=1+1 <b>не</b>");

        // Then
        Document page = Jsoup.parse(answer.body());
        assertThat(taken.select(".card-state").text()).contains("В работе: Имя supervisor");
        assertThat(released.select(".card-state").text()).isEqualTo("Новая");
        assertThat(page.select(".card-state").text())
                .contains("Проверена: Подтверждено", "перезвонить клиенту", "<b>не</b>");
        assertThat(page.select("#today").attr("hx-swap-oob")).isEqualTo("true");
        assertThat(pages.page("/queue").select("#" + card.id())).isEmpty();
        assertThat(pages.page("/queue?view=checked-today").select("#" + card.id()))
                .hasSize(1);
        assertThat(pages.page("/queue/cards/" + id(card) + "/history")
                        .select("li")
                        .eachText())
                .hasSizeGreaterThanOrEqualTo(4)
                .last()
                .asString()
                .contains("Имя supervisor", "проверил: Подтверждено");
    }

    @Test
    void whoIsLateLearnsWhoHasItAndNothingIsSaved() throws Exception {
        // Given
        Element card = fresh();
        pages.as(Role.CONTROLLER);
        move(card, "take");
        pages.as(Role.SUPERVISOR);

        // When
        HttpResponse<String> late = move(card, "check", "outcome", "confirmed");

        // Then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.headers().firstValue("HX-Reswap")).contains("none");
        assertThat(Jsoup.parse(late.body()).select(".problem-detail").text()).contains("В работе: Имя controller, с ");
        String state =
                pages.get("/queue/cards/" + id(card), "HX-Request", "true").body();
        assertThat(state).contains("Имя controller").contains("data-version");
        assertThat(pages.page("/queue?view=in-work").select("#" + card.id()).text())
                .contains("Имя controller");
    }

    @Test
    void aCardIsPutOffAndHandedOver() throws Exception {
        // Given
        Element first = fresh();
        HttpResponse<String> off = move(first, "put-off", "until", "2026-10-15T09:00", "reason", "ждём склад");
        Element second = fresh();

        // When
        HttpResponse<String> over = move(second, "hand-over", "to", "department:logistics", "comment", "=cmd()");

        // Then
        assertThat(off.body()).contains("Отложена до 15.10.2026, 09:00", "ждём склад");
        assertThat(over.body()).contains("Логистика");
        Document handover = pages.page("/queue/handover");
        assertThat(handover.select("[data-part=put-off]").text()).contains("ждём склад");
        assertThat(handover.select("[data-part=handed-over]").text()).contains("=cmd()");
        assertThat(handover.select("[data-part=overdue] tbody tr")).isNotEmpty();
        String csv = pages.get("/queue/handover.csv").body();
        assertThat(csv).startsWith("\uFEFFСостояние;").contains(";'=cmd()").contains(";ждём склад");
    }

    @ParameterizedTest
    @CsvSource({
        "take,version,0",
        "check,outcome,''",
        "check,outcome,false-mark",
        "check,outcome,false-mark:nonsense",
        "check,outcome,confirmed:words",
        "check,follow-up,sleep",
        "check,rule.money-unfair,maybe",
        "put-off,until,tomorrow",
        "put-off,until,2020-01-01T00:00",
        "put-off,reason,''",
        "hand-over,to,department:nobody",
        "hand-over,to,colleague:nobody"
    })
    void whatCannotBeTakenNamesTheField(String move, String field, String value) throws Exception {
        // Given
        Element card = fresh();
        List<String> form = new ArrayList<>(Stream.of(
                        "version",
                        version(card),
                        "outcome",
                        "confirmed",
                        "until",
                        "2026-10-16T10:00",
                        "reason",
                        "да",
                        "to",
                        "department:billing")
                .toList());
        int place = form.indexOf(field);
        if (place < 0) {
            form.addAll(List.of(field, value));
        } else {
            form.set(place + 1, value);
        }

        // When
        HttpResponse<String> answer = pages.post(
                "/queue/cards/" + id(card) + "/" + move,
                form,
                "Origin",
                pages.uri("").toString(),
                "HX-Request",
                "true");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select(".problem-detail").text()).contains("«" + field + "»", value);
        assertThat(pages.page("/queue").select("#" + card.id())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"999999", "0", "x", "99999999999999999999"})
    void anUnknownCardIsNotThere(String id) throws Exception {
        assertThat(pages.post("/queue/cards/" + id + "/take", "version", "1").statusCode())
                .isEqualTo(404);
        assertThat(pages.get("/queue/cards/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aCardOfAnotherTeamIsNotThere() throws Exception {
        // Given
        Element card = fresh();

        // When
        pages.as(Role.SUPERVISOR, "another team");

        // Then
        assertThat(move(card, "take").statusCode()).isEqualTo(404);
        assertThat(pages.get("/queue/cards/" + id(card)).statusCode()).isEqualTo(404);
        assertThat(pages.get("/queue/cards/" + id(card) + "/history").statusCode())
                .isEqualTo(404);
        assertThat(pages.page("/queue").select(".empty").text()).contains("Сейчас проверять нечего");
        assertThat(pages.page("/queue/handover").select(".empty").text()).contains("Передавать нечего");
        assertThat(pages.json("/api/queue").at("/total").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"view=all", "rule=love", "priority=4", "page=0", "page=x"})
    void aFilterThatCannotBeSaysSo(String query) throws Exception {
        assertThat(pages.get("/queue?" + query).statusCode()).isEqualTo(400);
        assertThat(pages.get("/api/queue?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void filtersNarrowAndAnEmptyListSaysSo() throws Exception {
        // When
        Document narrowed = pages.page("/queue?rule=money-unfair&priority=2");

        // Then
        assertThat(narrowed.select("#line-title")).isEmpty();
        assertThat(narrowed.select(".card")).isNotEmpty().allMatch(card -> card.hasClass("p2"));
        assertThat(pages.page("/queue?rule=long-silence&priority=1")
                        .select(".empty")
                        .text())
                .contains("Таких карточек нет");
        assertThat(pages.page("/queue?view=queue&page=99").select(".empty").text())
                .contains("Столько страниц в списке нет");
    }

    @Test
    void jsonSaysWhatThePageShows() throws Exception {
        // When
        JsonNode queue = pages.json("/api/queue");

        // Then
        assertThat(queue.at("/today/calls").asInt()).isPositive();
        assertThat(queue.at("/today/belowCalls").asInt()).isPositive();
        assertThat(queue.at("/above")).isNotEmpty();
        assertThat(queue.at("/above/0/priority").asInt()).isEqualTo(1);
        assertThat(queue.at("/above/0/calls/0/reasons/0/rule").asText()).isNotBlank();
        assertThat(queue.at("/groups/0/likeness").asText()).isIn("rule", "agent");
    }

    @Test
    void aMarkIsCalledFalseOnTheCallsPageAndTakenBack() throws Exception {
        // Given
        String call = fresh().select("a.open").attr("href").replaceAll("\\?.*", "");
        Document before = pages.page(call);

        // When
        HttpResponse<String> given = pages.post(
                call + "/false-marks", "kind", "mark", "subject", "fair-treatment.refund-withheld", "reason", "quote");

        // Then
        Document struck = pages.page(call);
        assertThat(given.statusCode()).isEqualTo(303);
        assertThat(before.select(".decision-panel")).hasSize(1);
        assertThat(before.select(".struck")).isEmpty();
        assertThat(struck.select("li.struck[data-mark=fair-treatment.refund-withheld]"))
                .isNotEmpty();
        assertThat(struck.select(".false-note").text()).contains("цитата или шутка", "Имя supervisor");
        String undo = struck.select(".false-note form").attr("action");
        assertThat(pages.as(Role.CONTROLLER).post(undo).statusCode()).isEqualTo(409);
        assertThat(pages.as(Role.SUPERVISOR).post(undo).statusCode()).isEqualTo(303);
        assertThat(pages.page(call).select(".struck")).isEmpty();
        assertThat(pages.post(call + "/false-marks", "kind", "mark", "subject", "no.such", "reason", "quote")
                        .statusCode())
                .isEqualTo(400);
        assertThat(pages.post("/calls/nobody/false-marks", "kind", "mark", "subject", "x", "reason", "quote")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rulesSayWhenTheyFireAndHowTheyWouldHaveDone() throws Exception {
        // When
        Document page = pages.page("/rules");
        Document tried = pages.page("/rules?dry-run=1");

        // Then
        assertThat(page.select("tr[data-rule]")).hasSize(18);
        assertThat(page.select("tr[data-rule=money-unfair] .words").text())
                .contains("барьер силы «Справедливость» тяжести 2 или выше");
        assertThat(page.select("tr[data-rule=thanks]").text()).contains("примеры, не работа");
        assertThat(page.select("tr[data-rule=two-forces]").text()).contains("выключено");
        assertThat(tried.select("thead th")).hasSize(8);
        assertThat(tried.select("tr[data-rule=two-forces] td")).hasSize(7);
        assertThat(page.select("tr[data-rule=promise-overdue] .words").text())
                .contains("срок обещания прошёл, клиенту не перезвонили");
        assertThat(tried.select("tr[data-rule=promise-overdue] td[colspan=3]").text())
                .contains("решается, когда выйдет срок");
    }
}
