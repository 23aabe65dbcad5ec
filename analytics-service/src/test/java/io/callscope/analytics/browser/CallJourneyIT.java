package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a supervisor does on the page of a call, with mouse and keys. */
class CallJourneyIT extends Journey {
    @BeforeAll
    static void start() {
        begin(TestPages.seeded());
    }

    @BeforeEach
    void signedIn() {
        browser.forgetCookies();
        browser.open("/login?lang=ru");
        browser.signIn(Role.SUPERVISOR);
    }

    @Test
    void hearsFromFiveSecondsBeforeTheMark() {
        // Given
        browser.open("/calls/call-0");
        double mark = Double.parseDouble(browser.find(".why-panel .jump").getDomAttribute("data-jump")) / 1000;

        // When
        browser.click(".why-panel .jump");
        browser.waitFor("the recording to play", () -> !isPaused() && seconds() > mark - 5);

        // Then
        assertThat(seconds()).isBetween(mark - 5, mark + 3);
        assertThat(browser.all(".utterance.now")).hasSize(1);
        browser.shoot("journey-hear-from-mark");
    }

    @Test
    void goesThroughTheCallByKeysAlone() {
        // Given
        browser.open("/calls/call-0");

        // When
        browser.press("n");
        browser.press("n");
        browser.waitFor("the second mark", () -> place() > 0);
        double second = place();
        browser.press(Keys.ARROW_RIGHT);
        browser.waitFor("five seconds on", () -> place() > second + 4);
        browser.press("]");
        browser.press(Keys.SPACE);
        browser.waitFor("play", () -> !isPaused());
        browser.press(Keys.SPACE);
        browser.waitFor("pause", CallJourneyIT::isPaused);
        browser.press("?");

        // Then
        assertThat(browser.number("document.getElementById('audio').playbackRate"))
                .isGreaterThan(1);
        assertThat(browser.find("dialog[open]").getText()).contains("пробел");
        browser.shoot("journey-keys");
        browser.press(Keys.ESCAPE);
    }

    @Test
    void aLinkLeadsToItsSecond() {
        // When
        browser.open("/calls/call-0?t=0:20");
        browser.waitFor("the place", () -> place() > 19);

        // Then
        assertThat(place()).isEqualTo(20);
        assertThat(browser.find("#clock").getText()).isEqualTo("0:20");
    }

    @Test
    void aCommentIsKeptAtItsSecondAndSurvivesAnEndedSignIn() {
        // Given
        browser.open("/calls/call-0?t=0:12");
        browser.waitFor("the place", () -> place() > 11);
        browser.press("c");
        browser.find("#comment-text").sendKeys("Оператор обещал перезвонить <script>alert(1)</script>");
        String kept = browser.find("#comment-text").getDomProperty("value");
        browser.forgetCookies();

        // When
        browser.click(".comment-form button[type=submit]");
        browser.await("#toast");
        browser.shoot("journey-signed-out");
        String stillThere = browser.find("#comment-text").getDomProperty("value");
        browser.script("window.open('/login?lang=ru')");
        browser.inOtherTab(() -> {
            browser.find("input[name=login]").sendKeys("supervisor");
            browser.find("input[name=password]").sendKeys(TestPages.password(Role.SUPERVISOR));
            browser.click("main form button[type=submit]");
            browser.waitFor("the page behind the door", () -> !browser.path().startsWith("/login"));
        });
        browser.click(".comment-form button[type=submit]");
        browser.await("#comments li[data-comment]");

        // Then
        assertThat(stillThere).isEqualTo(kept);
        assertThat(browser.text("#comments li[data-comment]")).contains("0:12", "<script>alert(1)</script>");
        assertThat(browser.all(".utterance .remarks li")).isNotEmpty();
        browser.shoot("journey-comment");
    }

    @Test
    void aCommentThatIsBeingWrittenOutlivesItsPage() {
        // Given
        browser.open("/calls/call-7");
        browser.await("#comment-text").sendKeys("не дописано");

        // When
        browser.open("/calls");
        browser.open("/calls/call-7");
        String kept = browser.await("#comment-text").getDomProperty("value");
        browser.click(".comment-form button[type=submit]");
        browser.await("#comments li[data-comment]");
        browser.open("/calls/call-7");

        // Then
        assertThat(kept).isEqualTo("не дописано");
        assertThat(browser.await("#comment-text").getDomProperty("value")).isEmpty();
    }

    @Test
    void saysWhenThereIsNoRecordingAnyMore() {
        // When
        browser.open("/calls/call-14");
        browser.waitFor("the words", () -> browser.find("#audio-gone").isDisplayed());

        // Then
        assertThat(browser.find("#transcript").getText()).isNotBlank();
        browser.shoot("journey-audio-gone");
    }

    private static double seconds() {
        return browser.number("document.getElementById('audio').currentTime");
    }

    /** Where the page stands, also before the recording is fetched. */
    private static double place() {
        return Double.parseDouble(browser.find("#seek").getDomAttribute("aria-valuenow"));
    }

    private static boolean isPaused() {
        return Boolean.TRUE.equals(browser.script("return document.getElementById('audio').paused"));
    }
}
