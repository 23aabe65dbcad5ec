package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A supervisor works the queue with the keyboard, in a real browser. */
class QueueJourneyIT extends Journey {
    @BeforeAll
    static void start() {
        begin(TestPages.withQueue());
        browser.open("/login?lang=ru");
        browser.signIn(Role.SUPERVISOR);
    }

    private static void press(CharSequence key) {
        browser.find("body").sendKeys(key);
    }

    private static String chosen() {
        return browser.find(".card:focus").getAttribute("id");
    }

    @Test
    void theQueueIsWorkedWithTheKeyboard() {
        // Given
        browser.open("/queue");

        // When
        press("j");
        String first = chosen();
        browser.find(".card:focus").sendKeys("j");
        String second = chosen();
        browser.find(".card:focus").sendKeys("t");
        browser.await("#" + second + " .cs-in-work");
        browser.find("#" + second).sendKeys("1");
        browser.await("#" + second + " .card-state.cs-checked");

        // Then
        assertThat(second).isNotEqualTo(first);
        assertThat(browser.text("#" + second + " .card-state")).contains("Подтверждено");
        assertThat(browser.text("#today")).startsWith("Сегодня:");
    }

    @Test
    void aFalseMarkAsksForItsReasonAndPuttingOffForItsTime() {
        // Given
        browser.open("/queue");
        press("j");
        String card = chosen();

        // When
        browser.find("#" + card).sendKeys("3");
        boolean asked = browser.find("#" + card + " details.pop[open] button[value='false-mark:words']")
                .isDisplayed();
        browser.find("#" + card + " details.pop[open] button").sendKeys(Keys.ESCAPE);
        browser.find("#" + card).sendKeys("z");
        browser.shoot("queue-put-off");
        browser.find("#" + card + " input[name=reason]").sendKeys("ждём ответа склада", Keys.ENTER);
        browser.await("#" + card + " .card-state.cs-put-off");

        // Then
        assertThat(asked).isTrue();
        assertThat(browser.text("#" + card + " .card-state")).contains("ждём ответа склада");
    }

    @Test
    void whoIsLateKeepsWhatHeTyped() throws Exception {
        // Given
        browser.open("/queue");
        press("j");
        String card = chosen();
        String id = card.substring("card-".length());
        browser.click("#" + card + " .more-form > summary");
        browser.find("#" + card + " textarea[name=comment]").sendKeys("важные слова");
        String version = browser.find("#" + card + " input[name=version]").getAttribute("value");
        pages.as(Role.CONTROLLER).post("/queue/cards/" + id + "/take", "version", version);

        // When
        browser.click("#" + card + " button[value=confirmed]");
        browser.await("#toast");

        // Then
        assertThat(browser.text("#toast")).contains("В работе: Имя controller");
        browser.await("#" + card + " .card-state.cs-in-work");
        assertThat(browser.text("#" + card + " .card-state")).contains("Имя controller");
        assertThat(browser.find("#" + card + " textarea[name=comment]").getAttribute("value"))
                .isEqualTo("важные слова");
        browser.shoot("queue-late");
    }

    @Test
    void aCallIsOpenedAtTheWordsAndDecidedThere() {
        // Given
        browser.open("/queue");
        press("j");

        // When
        browser.find(".card:focus").sendKeys(Keys.ENTER);
        browser.await("#decision");

        // Then
        assertThat(browser.path()).matches("/calls/.*\\?card=\\d+#t=\\d+");
        press("t");
        browser.await("#decision .cs-in-work");
        browser.shoot("call-decision");
    }
}
