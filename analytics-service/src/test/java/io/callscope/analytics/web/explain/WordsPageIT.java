package io.callscope.analytics.web.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words tried on the shipped rules, over HTTP. */
class WordsPageIT {
    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.empty();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void asSupervisor() {
        pages.as(Role.SUPERVISOR);
    }

    @Test
    void saysWhichPhraseFiresOnWhichWordsAndWhatBecomesOfIt() throws Exception {
        // When
        Document page = Jsoup.parse(tried("оператор: слушаю вас\nмне обещали перезвонить и никто не позвонил", "")
                .body());

        // Then
        Element fired = page.selectFirst("tr[data-fate=counts]");
        assertThat(fired).isNotNull();
        assertThat(fired.attr("data-target")).isEqualTo("certainty.promise-broken");
        assertThat(fired.select("td.words").text()).contains("Клиент");
        assertThat(fired.select("td code").text()).isNotEmpty();
        assertThat(page.select("#heard").text()).contains("certainty.promise-broken");
    }

    @Test
    void theSameWordsOfTheAgentAreNotTheCustomersBarrier() throws Exception {
        // When
        Document page = Jsoup.parse(tried("оператор: мне обещали перезвонить и никто не позвонил", "")
                .body());

        // Then
        assertThat(page.select("tr[data-target=certainty.promise-broken][data-fate=counts]"))
                .isEmpty();
    }

    @Test
    void wordsThatNothingHearsAreAnswered() throws Exception {
        // When
        HttpResponse<String> answer = tried("зелёная лошадка", "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("tr[data-target]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'   ',''", "'agent:',''", "hello,fr"})
    void whatCannotBeTriedIsSaidInWordsAndWhatWasTypedStays(String text, String language) throws Exception {
        // When
        HttpResponse<String> answer = tried(text, language);

        // Then
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).isNotEmpty();
        assertThat(page.select("textarea").text()).isEqualTo(text.strip());
    }

    @Test
    void tooMuchIsNamedWithItsNumber() throws Exception {
        // When
        HttpResponse<String> answer = tried("слово ".repeat(1_000), "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).matches(".*6.000.*5.000.*");
    }

    @Test
    void whatIsTypedIsShownAsText() throws Exception {
        // When
        Document page = Jsoup.parse(tried("<script>alert(1)</script>", "").body());

        // Then
        assertThat(page.select("textarea").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select("main script")).isEmpty();
    }

    private static HttpResponse<String> tried(String text, String language) throws Exception {
        return pages.post("/rules/words", "text", text, "language", language);
    }
}
