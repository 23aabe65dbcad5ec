package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.OddCalls;
import io.callscope.analytics.web.TestPages;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people talk in a call and how far its text is to be trusted, on its page, in JSON and in lists. */
class MeasuredCallIT {
    private static final String PAGE = "/calls/odd-measured";

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.empty();
        new OddCalls(pages.calls()).all();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void theTimelineShowsSilenceHoldAndInterruptionsAndLeadsToThem() throws Exception {
        // When
        Element timeline = pages.page(PAGE).getElementById("timeline");

        // Then: a column is 100 ms
        assertThat(timeline.select(".tl-dead-air").attr("d")).isEqualTo("M600 0h100v69h-100z");
        assertThat(timeline.select(".tl-hold").attr("d")).isEqualTo("M200 0h300v69h-300z");
        assertThat(timeline.select(".tl-mark.talk").eachAttr("aria-label"))
                .containsExactly(
                        "0:06, оператор перебивает клиента, вместе говорят 1 с",
                        "0:20, удержание, 30 с",
                        "1:00, долгая тишина, 10 с");
        assertThat(timeline.select(".tl-mark.talk").eachAttr("href"))
                .containsExactly("#t=6000", "#t=20000", "#t=60000");
        assertThat(timeline.select(".tl-sum").text())
                .contains("долгая тишина 1 (0:10)", "удержание 1 (0:30)", "перебиваний 1");
    }

    @Test
    void theTableSaysHowEachPartyTalks() throws Exception {
        // When
        Element talk = pages.page(PAGE).getElementById("talk");

        // Then: the agent speaks 3.5 + 4 + 10 s, the customer 6 + 5.5 + 2
        assertThat(talk.select("tbody tr").get(0).text()).isEqualTo("Доля речи 56 % 44 %");
        assertThat(talk.getElementById("agent-interruptions").text()).isEqualTo("1");
        assertThat(talk.select("tbody tr").last().text()).isEqualTo("Громкость -20 дБ -28 дБ");
        assertThat(talk.getElementById("dead-air").text()).isEqualTo("1, всего 0:10, дольше всего 0:10");
        assertThat(talk.getElementById("overtalk").text()).isEqualTo("1, всего 0:01, дольше всего 0:01, 3 %");
        assertThat(pages.page("/calls/odd-overtalk").getElementById("talk")).isNull();
    }

    @Test
    void whatWasTakenOutIsNamedAndWhatIsWrittenOtherwiseSaysWhatWasSaid() throws Exception {
        // When
        Element line = pages.page(PAGE).getElementById("u2");
        Element english = pages.page(PAGE + "?lang=en").getElementById("u2");
        pages.page(PAGE + "?lang=ru");

        // Then
        Element hidden = line.selectFirst(".taken-out");
        assertThat(hidden.text()).isEqualTo("номер карты скрыт");
        assertThat(hidden.attr("data-ms")).isEqualTo("10400");
        assertThat(english.selectFirst(".taken-out").text()).isEqualTo("card number hidden");
        Element amount = line.selectFirst(".rewritten");
        assertThat(amount.ownText()).isEqualTo("200");
        assertThat(amount.attr("title")).isEqualTo("сказано: двести");
        assertThat(amount.attr("data-ms")).isEqualTo("14600");
        assertThat(line.select(".said > [data-ms]").eachAttr("data-ms"))
                .containsExactly("10000", "10400", "14100", "14600", "15100");
        assertThat(line.html()).doesNotContain("[card]");
    }

    @Test
    void doubtIsSaidInWordsAndShownQuietly() throws Exception {
        // When
        Document page = pages.page(PAGE);

        // Then
        assertThat(page.select("#warnings li").eachText())
                .containsExactly("Кто из двоих оператор, понято по словам и не наверняка.");
        assertThat(page.select("#u2 .said .unsure .hidden").text()).isEqualTo("распознано неуверенно, 0,45:");
        assertThat(page.select("#u2 .party .unsure").attr("title")).isEqualTo("кто говорит, не наверняка, 0,60");
        assertThat(page.select("#u0 .unsure")).isEmpty();
        assertThat(page.getElementById("trust").text())
                .contains(
                        "Уверенность распознавания 0,83",
                        "каждая в своём канале",
                        "понято по словам, уверенность 0,62");
    }

    @Test
    void jsonSaysTheSame() throws Exception {
        // When
        JsonNode call = pages.json("/api/calls/odd-measured");

        // Then
        assertThat(call.at("/analysis/talk/deadAir/longestMs").asLong()).isEqualTo(10_000);
        assertThat(call.at("/analysis/talk/hold/at/0/startMs").asLong()).isEqualTo(20_000);
        assertThat(call.at("/analysis/talk/interruptions/0/by").asText()).isEqualTo("agent");
        assertThat(call.at("/transcript/warnings/0").asText()).isEqualTo("roles-unsure");
    }

    @Test
    void callsAreFoundByTheirTalk() throws Exception {
        for (String found : List.of(
                "deadAirSec=10",
                "deadAirPercent=12",
                "holdSec=30",
                "agentTalkPercent=56",
                "overtalkPercent=3",
                "agentInterruptions=1")) {
            assertThat(pages.json("/api/calls?" + found).at("/total").asLong())
                    .as(found)
                    .isEqualTo(1);
        }
        for (String none : List.of(
                "deadAirSec=11",
                "deadAirPercent=13",
                "holdSec=31",
                "agentTalkPercent=57",
                "overtalkPercent=4",
                "agentInterruptions=2")) {
            assertThat(pages.json("/api/calls?" + none).at("/total").asLong())
                    .as(none)
                    .isZero();
        }
        Document list = pages.page("/calls?deadAirSec=10&overtalkPercent=3");
        assertThat(list.select("[name=deadAirSec]").val()).isEqualTo("10");
        assertThat(list.select("#chips li").text()).contains("Самая долгая тишина, с: не меньше 10 с");
        assertThat(pages.get("/calls?deadAirSec=long").statusCode()).isEqualTo(400);
    }

    @Test
    void listsLeaveWithTheFigures() throws Exception {
        // When
        String csv = pages.as(Role.SUPERVISOR)
                .get("/calls/export.csv?id=odd-measured")
                .body();

        // Then
        assertThat(csv).contains("Самая долгая тишина, с").containsPattern("[;,]56[;,]10[;,]10[;,]30[;,]3[;,]1[;,]");
    }
}
