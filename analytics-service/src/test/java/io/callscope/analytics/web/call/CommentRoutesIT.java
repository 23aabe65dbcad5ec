package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments over HTTP, with and without scripts. */
class CommentRoutesIT {
    private static final String COMMENTS = "/calls/call-0/comments";

    private TestPages pages;

    @BeforeEach
    void start() {
        pages = TestPages.seeded().as(Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void aCommentStandsInThePanelInTheTextAndOnTheTimeline() throws Exception {
        // When
        HttpResponse<String> answer = pages.post(COMMENTS, "text", " Срок <b>не</b> назвал ", "at", "0:10");

        // Then
        Document page = pages.page("/calls/call-0");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/calls/call-0#comments");
        assertThat(page.select("#comments li .words").text()).isEqualTo("Срок <b>не</b> назвал");
        assertThat(page.select("#comments li").text()).contains("Имя controller", "0:10");
        assertThat(page.select("#u2 .remarks").text()).contains("Срок <b>не</b> назвал");
        Element marker = page.select(".tl-mark.comment").first();
        assertThat(marker.attr("data-place")).isEqualTo("10000");
        assertThat(marker.attr("aria-label")).isEqualTo("0:10, комментарий: Имя controller");
        JsonNode json = pages.json("/api/calls/call-0").at("/comments/0");
        assertThat(json.at("/atMs").asLong()).isEqualTo(10_000);
        assertThat(json.at("/authorLogin").asText()).isEqualTo("controller");
        assertThat(json.at("/text").asText()).isEqualTo("Срок <b>не</b> назвал");
        assertThat(json.at("/createdAt").asText()).isEqualTo("2026-10-14T12:00:00Z");
    }

    @Test
    void aScriptGetsThePartsThatChange() throws Exception {
        // When
        HttpResponse<String> answer = byScript("text", "Да", "at", "0:10");

        // Then
        Document parts = Jsoup.parseBodyFragment(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parts.select("body > section").eachAttr("id")).containsExactly("comments");
        assertThat(parts.select("body > [hx-swap-oob=true]").eachAttr("id")).containsExactly("timeline", "u2");
        assertThat(parts.select("#timeline .tl-mark.comment")).hasSize(1);
        assertThat(parts.select("#comment-text").text()).isEmpty();
    }

    @Test
    void aCommentOnTheWholeCallChangesNoLine() throws Exception {
        // When
        Document parts =
                Jsoup.parseBodyFragment(byScript("text", "Да", "at", "").body());

        // Then
        assertThat(parts.select("body > [hx-swap-oob=true]").eachAttr("id")).containsExactly("timeline");
        assertThat(parts.select("#comments li").text()).contains("обо всём звонке");
        assertThat(pages.json("/api/calls/call-0").at("/comments/0").has("atMs"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'  ',0:10,Комментарий пуст",
        "long,0:10,'2 001 знаков, помещается не больше 2 000'",
        "да,завтра,«завтра» не похоже на секунду",
        "да,9:59,Секунды 9:59 в этом разговоре нет: он длится 0:41"
    })
    void whatCannotBeTakenComesBackWithItsTextAndTheReason(String given, String at, String reason) throws Exception {
        // Given
        String text = given.equals("long") ? "ы".repeat(2_001) : given;

        // When
        HttpResponse<String> byScript = byScript("text", text, "at", at);
        HttpResponse<String> plain = pages.post(COMMENTS, "text", text, "at", at);

        // Then
        for (HttpResponse<String> answer : List.of(byScript, plain)) {
            Document page = Jsoup.parse(answer.body());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(page.select("#comment-problem").text().replace('\u00A0', ' '))
                    .contains(reason);
            assertThat(page.select("#comment-text").first().wholeText()).isEqualTo(text);
            assertThat(page.select("#comment-at").attr("value")).isEqualTo(at);
        }
        assertThat(pages.json("/api/calls/call-0").at("/comments")).isEmpty();
    }

    @Test
    void aFormWithoutFieldsIsAnEmptyComment() throws Exception {
        assertThat(pages.post(COMMENTS).statusCode()).isEqualTo(422);
    }

    @Test
    void anAuthorTakesHisBackWithinADay() throws Exception {
        // Given
        pages.post(COMMENTS, "text", "не то", "at", "0:10");
        pages.post(COMMENTS, "text", "то", "at", "");

        // When
        HttpResponse<String> deleted = pages.post(COMMENTS + "/1/delete");
        HttpResponse<String> again = pages.post(COMMENTS + "/1/delete");
        pages.clock().pass(Duration.ofHours(25));
        pages.as(Role.CONTROLLER);
        HttpResponse<String> tooLate = pages.post(COMMENTS + "/2/delete");

        // Then
        Document page = pages.page("/calls/call-0");
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(again.body()).select("#comment-problem").text()).isEqualTo("Этого комментария уже нет.");
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(page.select("#comments li .words").eachText()).containsExactly("то");
        assertThat(page.select("#comments li form")).isEmpty();
        assertThat(page.select(".tl-mark.comment, .remarks")).isEmpty();
    }

    @Test
    void nobodyTakesBackTheCommentOfAnother() throws Exception {
        // Given
        pages.post(COMMENTS, "text", "моё", "at", "");

        // When
        pages.as(Role.SUPERVISOR);
        HttpResponse<String> answer = pages.post(COMMENTS + "/1/delete");

        // Then
        Document page = pages.page("/calls/call-0");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(page.select("#comments li .words").text()).isEqualTo("моё");
        assertThat(page.select("#comments li form")).isEmpty();
    }

    @Test
    void aCallOfAnotherTeamIsNotThere() throws Exception {
        // Given
        pages.post(COMMENTS, "text", "да", "at", "");

        // When
        pages.as(Role.CONTROLLER, "Команда 9");

        // Then
        assertThat(pages.post(COMMENTS, "text", "и я", "at", "").statusCode()).isEqualTo(404);
        assertThat(pages.post(COMMENTS + "/1/delete").statusCode()).isEqualTo(404);
        assertThat(pages.get("/calls/call-0").statusCode()).isEqualTo(404);
        assertThat(pages.get("/api/calls/call-0/audio/state").statusCode()).isEqualTo(404);
        assertThat(pages.post("/calls/nobody/comments", "text", "да").statusCode())
                .isEqualTo(404);
        pages.as(Role.OPS);
        assertThat(pages.post(COMMENTS, "text", "да", "at", "").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> byScript(String... fields) throws Exception {
        return pages.post(
                COMMENTS,
                List.of(fields),
                "HX-Request",
                "true",
                "Origin",
                pages.uri("").toString());
    }
}
