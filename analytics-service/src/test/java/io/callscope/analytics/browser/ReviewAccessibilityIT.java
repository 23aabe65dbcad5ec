package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.review.Scored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plan, list and form of reviews in both languages and themes, on a screen and on a telephone; the form by keyboard. */
class ReviewAccessibilityIT extends Journey {
    private static String call = "";
    private static String scored = "";
    private static String asked = "";
    private static String waiting = "";

    @BeforeAll
    static void start() throws Exception {
        TestPages pages = TestPages.seeded().strangers();
        pages.clock().pass(Duration.ofDays(5));
        pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-12");
        List<String> seats =
                pages.as(Role.CONTROLLER).page("/review").select("[data-seat]").eachAttr("data-seat");
        call = seats.get(0);
        scored = seats.get(1);
        asked = seats.get(2);
        waiting = seats.get(3);
        pages.sameCustomer(asked, waiting);
        pages.post(
                "/review/" + waiting,
                Scored.allWell(pages.page("/review/" + waiting)).toArray(String[]::new));
        begin(pages);
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // When
        Look look = new Look(browser, language, dark)
                .as(Role.CONTROLLER)
                .at(Map.of(
                        "review-list",
                        "/review",
                        "review-form",
                        "/review/" + call,
                        "pairs",
                        "/review/" + asked + "/pairs",
                        "review-waits",
                        "/review/" + waiting))
                .as(Role.SUPERVISOR)
                .at(Map.of("plan", "/plan", "disputes", "/disputes", "call", "/calls/call-7"));

        // Then
        assertThat(look.found()).isEmpty();
    }

    @Test
    void theFormIsFilledInAndSentByKeyboard() {
        // Given
        browser.dark(false);
        browser.size(1280, 900);
        browser.forgetCookies();
        browser.open("/login?lang=ru");
        browser.signIn(Role.CONTROLLER);
        browser.open("/review/" + scored);
        int questions = browser.all("[data-question]").size();
        int criteria = browser.all("fieldset.criterion").size();

        // When
        browser.press("j");
        for (int i = 0; i < questions; i++) {
            // no barrier is the first answer, as is the first of everything else
            browser.press(i < criteria ? "2" : "1");
        }
        boolean nothingLeft = browser.find("#review-left").getAttribute("hidden") != null;
        browser.click("#review-form > button");
        browser.await("#compared-rows");
        if (Look.keepsPictures("ru")) {
            browser.shoot("reviewed-ru-light-1280");
        }

        // Then
        assertThat(questions).isEqualTo(criteria + 8);
        assertThat(nothingLeft).isTrue();
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.text("#compared-rows tbody tr td")).isEqualTo("нет");
    }
}
