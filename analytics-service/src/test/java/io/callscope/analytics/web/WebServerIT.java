package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.kit.failure.RejectReason;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and the API over HTTP, on a real database. */
class WebServerIT {
    private static TestPages server;

    @BeforeAll
    static void start() {
        server = TestPages.seeded();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void overviewSaysWhereCallsAre() throws Exception {
        // When
        Document page = page("/");

        // Then
        assertThat(page.select(".tile b").eachText()).containsExactly("8", "43", "22", "19", "6", "18");
        assertThat(page.select(".tile small").eachText())
                .containsExactly(
                        "за неделю 20",
                        "за неделю 88",
                        "за неделю 60",
                        "за неделю 50",
                        "за неделю 20 · самый давний 1 д 18 ч",
                        "за неделю 18");
        assertThat(page.select("tr[data-force]").eachAttr("data-force"))
                .containsExactly("certainty", "fair-treatment", "control", "status", "belonging", "enjoyment");
        assertThat(page.select("tr[data-force=certainty] .num").eachText()).containsExactly("20", "10", "20");
        assertThat(page.select("table.where tbody th").eachText())
                .containsExactly(
                        "Все звонки",
                        "русский",
                        "английский",
                        "язык неизвестен",
                        "Сервис",
                        "Доставка",
                        "линия неизвестна");
        assertThat(page.select("tr[data-rule=churn-risk]").text()).contains("10", "пока не проверяли");
        assertThat(page.select(".stuck a").eachText())
                .contains("Распознавание", "Разбор", "Звук повреждён и не декодируется");
        assertThat(page.select("#lag").text()).isEqualTo("12");
    }

    @Test
    void flaggedCallsAreOrderedByUrgency() throws Exception {
        // When
        Document page = page("/calls?flagged=true");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Звонки");
        assertThat(page.select("#nav a[aria-current]").text()).isEqualTo("Звонки");
        assertThat(page.select("#total").text()).startsWith("20 звонков");
        List<String> rows = page.select("table.calls tbody tr").eachAttr("class");
        assertThat(rows.subList(0, 10)).containsOnly("p1");
        assertThat(rows.subList(10, 20)).containsOnly("p3");
        Element first = page.select("table.calls tbody tr").get(0);
        assertThat(first.select(".flag").get(0).text())
                .contains("Клиент собирается уйти", "или я расторгаю договор и ухожу", "0:27");
        assertThat(first.select(".force").eachText()).anyMatch(text -> text.contains("Справедливость: барьер"));
    }

    @Test
    void everyFilterNarrowsAndStaysInTheForm() throws Exception {
        // When
        Document page = page("/calls?size=5&force=control&force=status&language=ru&state=analyzed&text=&from=");

        // Then
        assertThat(page.select("#total").text()).isEqualTo("30 звонков");
        assertThat(page.select("input[name=force][checked]").eachAttr("value")).containsExactly("control", "status");
        assertThat(page.select("#active").text()).isEqualTo("2");
        assertThat(page.select("#chips a").eachAttr("href"))
                .containsExactly(
                        "/calls?force=control&force=status&language=ru&size=5",
                        "/calls?force=control&force=status&state=analyzed&size=5");
        assertThat(page.select("a[rel=next]").attr("href"))
                .isEqualTo("/calls?force=control&force=status&state=analyzed&language=ru&size=5&page=2");
        assertThat(page(page.select("a[rel=next]").attr("href"))
                        .select("a[rel=prev]")
                        .attr("href"))
                .isEqualTo("/calls?force=control&force=status&state=analyzed&language=ru&size=5");
    }

    @Test
    void theFormOffersWhatOccurs() throws Exception {
        // When
        Document page = page("/calls");

        // Then
        assertThat(page.select("input[name=team]").eachAttr("value")).containsExactly("Команда 1", "Команда 2");
        assertThat(page.select("input[name=queue]").eachAttr("value")).containsExactly("Доставка", "Сервис");
        assertThat(page.select("datalist option").eachAttr("value")).contains("Тимур Ахметов");
        assertThat(page.select("form[role=search] input:not([type=checkbox]), form[role=search] select"))
                .allMatch(field -> field.closest("label") != null);
        assertThat(page.select("#chips a")).isEmpty();
    }

    @Test
    void soughtWordsAreShownWhereTheyWereSaid() throws Exception {
        // When
        Document page = page("/calls?text=" + encoded("деньги верните") + "&party=customer");

        // Then
        Element row = page.select("table.calls tbody tr").first();
        assertThat(page.select("#total").text()).isEqualTo("10 звонков");
        assertThat(row).isNotNull();
        assertThat(row.select("mark").eachText()).containsExactly("верните", "деньги");
        assertThat(row.select(".quote .party").text()).isEqualTo("Клиент");
        assertThat(row.select(".quote a").attr("href"))
                .isEqualTo("/calls/call-0?text=" + encoded("деньги верните") + "#t=24600");
        assertThat(json("/api/calls?text=" + encoded("деньги"))
                        .at("/calls/0/quote/pieces/1/text")
                        .asText())
                .isEqualTo("деньги");
    }

    @Test
    void failuresAreNarrowedByTheAddress() throws Exception {
        // When
        Document page = page("/failed?reason=audio-corrupt");

        // Then
        assertThat(page.select("#total").text()).isEqualTo("1 звонок");
        assertThat(page.select("tbody tr").eachAttr("data-reason")).containsExactly("audio-corrupt");
        assertThat(page.select("select[name=reason] option[selected]").attr("value"))
                .isEqualTo("audio-corrupt");
        assertThat(page("/failed?step=moon").select(".empty").text()).contains("Таких нет");
        assertThat(get("/failed?page=0").statusCode()).isEqualTo(400);
        assertThat(get("/failed?reason=%3Cb%3E").statusCode()).isEqualTo(400);
    }

    @Test
    void anEmptyListSaysWhy() throws Exception {
        assertThat(page("/calls?text=абракадабра").select(".empty").text()).contains("Таких звонков нет");
        assertThat(page("/calls?page=9").select(".empty").text()).contains("Столько страниц в списке нет");
    }

    @Test
    void aCallShowsWhatWasHeardBesideTheWords() throws Exception {
        // When
        Document page = page("/calls/call-0");

        // Then
        assertThat(page.select("audio").attr("src")).isEqualTo("/api/calls/call-0/audio");
        assertThat(page.select(".utterance")).hasSize(10);
        Element angry = page.select("#u6").first();
        assertThat(angry).isNotNull();
        assertThat(angry.select(".party").text()).isEqualTo("Клиент");
        assertThat(angry.select(".said").text())
                .isEqualTo("и сколько еще ждать непонятно верните мои деньги или я расторгаю договор и ухожу к другим");
        assertThat(String.join("", angry.select(".ev-barrier").eachText()))
                .isEqualTo("сколькоещеждатьнепонятновернитемоиденьгиилия");
        assertThat(angry.select(".beside li").eachText())
                .anyMatch(text -> text.contains("Не назван срок"))
                .anyMatch(text -> text.contains("Не возвращают деньги") && text.contains("риск ухода"))
                .anyMatch(text -> text.contains("Намерение уйти"));
        assertThat(page.select(".why-panel .flag").eachText()).hasSize(3);
        assertThat(page.select(".why-panel .jump").get(1).text()).isEqualTo("0:06");
        assertThat(page.select(".rest").text())
                .contains(
                        "Возврат денег", "Не решён", "3-й раз", "Вопрос не решён в первый раз", "small-ru", "правила");
        assertThat(page.select(".meta a").attr("href")).startsWith("https://crm.example/c/0000");
        assertThat(page.select(".others li")).isNotEmpty();
    }

    @Test
    void whatWasSaidIsNeverMarkup() throws Exception {
        // When
        Document page = page("/calls/call-3");

        // Then
        assertThat(page.select(".said script")).isEmpty();
        assertThat(page.select(".said").get(1).text()).endsWith("это не к нам <script>alert(1)</script>");
        assertThat(page.select("script").eachAttr("src")).allMatch(src -> src.startsWith("/assets/"));
        assertThat(page.select("script").eachText()).allMatch(String::isEmpty);
        assertThat(page.select("[style], style")).isEmpty();
        assertThat(page.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void aFailedCallHasItsReasonInWordsInBothLanguages(RejectReason reason) throws Exception {
        for (String language : List.of("ru", "en")) {
            // When
            Element row = page("/failed?lang=" + language)
                    .select("tr[data-reason=" + reason.id() + "]")
                    .first();

            // Then
            assertThat(row).as(reason.id()).isNotNull();
            assertThat(row.select("b").text()).isNotBlank().isNotEqualTo(reason.id());
        }
    }

    @Test
    void theLanguageIsRemembered() throws Exception {
        // When
        HttpResponse<String> chosen = get("/?lang=en");

        // Then
        assertThat(Jsoup.parse(chosen.body()).select("h1").text()).isEqualTo("Overview");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("lang=en").contains("HttpOnly", "SameSite=Lax");
        assertThat(get("/", "Cookie", server.cookie() + "; lang=en", "Accept-Language", "ru")
                        .body())
                .contains("<html lang=\"en\">");
        assertThat(get("/", "Accept-Language", "en-GB").body()).contains("<html lang=\"en\">");
        assertThat(get("/").body()).contains("<html lang=\"ru\">");
        assertThat(page("/calls?text=a%26b&lang=en").select(".lang").attr("href"))
                .isEqualTo("/calls?lang=ru&text=a%26b");
    }

    @Test
    void jsonSaysWhatThePagesShow() throws Exception {
        // When
        JsonNode overview = json("/api/overview");
        JsonNode queue = json("/api/calls?flagged=true&size=3");
        JsonNode call = json("/api/calls/call-0");
        JsonNode failed = json("/api/failed");

        // Then
        assertThat(overview.at("/week/analyzed").asLong()).isEqualTo(50);
        assertThat(overview.at("/forces/certainty/barriers").asLong()).isEqualTo(20);
        assertThat(overview.at("/lag/calls.recorded.v1").asLong()).isEqualTo(12);
        assertThat(queue.at("/total").asLong()).isEqualTo(20);
        assertThat(queue.at("/totalIsExact").asBoolean()).isTrue();
        assertThat(queue.at("/calls")).hasSize(3);
        assertThat(queue.at("/calls/0/flags/0/rule").asText()).isEqualTo("churn-risk");
        assertThat(call.at("/state").asText()).isEqualTo("analyzed");
        assertThat(call.at("/transcript/utterances")).hasSize(10);
        assertThat(call.at("/analysis/marks/0/code").asText()).isEqualTo("certainty.promise-broken");
        assertThat(call.at("/audio").asText()).isEqualTo("/api/calls/call-0/audio");
        assertThat(failed.at("/total").asLong()).isEqualTo(RejectReason.values().length);
        assertThat(failed.at("/calls/0/failure/reason").asText()).isEqualTo("malformed-event");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/calls/nobody,404,unknown-call",
        "/api/calls/%20%3Cb%3E,404,unknown-call",
        "/api/calls/nobody/audio,404,unknown-call",
        "/api/calls/call-1/audio,404,no-audio",
        "/api/calls/call-14/audio,410,audio-expired",
        "/api/calls/call-6/audio,409,audio-untranscribed",
        "/api/calls?state=lost,400,bad-parameter",
        "/api/nothing,404,unknown-page"
    })
    void problemsHaveAStableType(String path, int status, String type) throws Exception {
        // When
        HttpResponse<String> response = get(path);

        // Then
        JsonNode problem = EventJson.mapper().readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.at("/type").asText()).isEqualTo("urn:callscope:problem:" + type);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asText()).isNotBlank();
        assertThat(problem.at("/detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"/calls/nobody,404,Такого звонка нет", "/calls?force=love,400,love", "/nothing,404,Такой страницы нет"})
    void pagesSayProblemsInWords(String path, int status, String words) throws Exception {
        // When
        HttpResponse<String> response = get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Jsoup.parse(response.body()).select("main").text()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/calls/nobody", "/api/calls?state=lost", "/api/calls/call-0/audio"})
    void headAnswersAsGetDoes(String path) throws Exception {
        // Given
        HttpResponse<String> get = get(path);

        // When
        HttpResponse<String> head = server.send("HEAD", path);

        // Then
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aFilterThatCannotBeIsSaidOnAPageOfItsOwn() throws Exception {
        // Given
        String path = "/calls?from=2026-10-12&to=2026-10-01";

        // When
        HttpResponse<String> part = get(path, "HX-Request", "true");
        HttpResponse<String> good = get("/calls?text=&force=status&page=2", "HX-Request", "true");

        // Then
        assertThat(part.statusCode()).isEqualTo(400);
        assertThat(part.headers().firstValue("HX-Redirect")).contains(path);
        assertThat(get(path).headers().firstValue("HX-Redirect")).isEmpty();
        assertThat(good.headers().firstValue("HX-Push-Url")).contains("/calls?force=status&page=2");
    }

    @Test
    void onlyReadingIsAnswered() throws Exception {
        // When
        HttpResponse<String> response = server.send("POST", "/api/calls");

        // Then
        assertThat(response.statusCode()).isBetween(404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/calls", "/calls/call-0", "/failed", "/api/calls", "/api/calls/call-0", "/nothing"})
    void answersWithPersonalDataAreNotStoredAndRunNothingInline(String path) throws Exception {
        // When
        HttpResponse<String> response = get(path);

        // Then
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void assetsAreServedFromHereAndKept() throws Exception {
        // Given
        Document page = page("/calls/call-0");
        List<String> addresses = page.select("script[src], link[rel=stylesheet], link[rel=icon]").stream()
                .map(e -> e.hasAttr("src") ? e.attr("src") : e.attr("href"))
                .toList();

        // When
        for (String address : addresses) {
            HttpResponse<String> response = get(address);

            // Then
            assertThat(response.statusCode()).as(address).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable");
        }
        assertThat(addresses).hasSizeGreaterThan(6);
        assertThat(get("/assets/0000/base.css").statusCode()).isEqualTo(404);
    }

    @Test
    void aCallWithoutRecordingSaysSo() throws Exception {
        // When
        Document page = page("/calls/call-1");

        // Then
        assertThat(page.select("audio")).isEmpty();
        assertThat(page.select(".notice").text()).contains("Записи нет");
        assertThat(page.select("button.jump")).noneMatch(button -> button.hasAttr("disabled"));
    }

    private static Document page(String path) throws IOException, InterruptedException {
        return server.page(escaped(path));
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        return server.json(escaped(path));
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return server.get(escaped(path), headers);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String escaped(String path) {
        return path.replace("абракадабра", "%D0%B0%D0%B1%D1%80%D0%B0%D0%BA%D0%B0");
    }
}
