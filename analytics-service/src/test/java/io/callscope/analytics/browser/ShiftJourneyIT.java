package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A supervisor's shift from the door to the hand-over, with the mouse. Each step goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShiftJourneyIT extends Journey {
    @BeforeAll
    static void start() {
        begin(TestPages.withQueue());
    }

    @Test
    @Order(1)
    void aWrongPasswordIsSaidAndTheRightOneLeadsOn() {
        // Given
        browser.open("/login?lang=ru&next=/queue");
        browser.find("input[name=login]").sendKeys("supervisor");
        browser.find("input[name=password]").sendKeys("not this one", Keys.ENTER);
        browser.await("[role=alert]");
        String said = browser.text("[role=alert]");

        // When
        browser.find("input[name=password]").sendKeys(TestPages.password(Role.SUPERVISOR), Keys.ENTER);
        browser.await("#today");

        // Then
        assertThat(said).contains("не подходят");
        assertThat(browser.path()).startsWith("/queue");
        assertThat(browser.text("#today")).startsWith("Сегодня:");
        browser.shoot("shift-1-queue");
    }

    @Test
    @Order(2)
    void aCardIsTakenHeardAndConfirmed() {
        // Given
        String call = "call-0";
        WebElement words = browser.find("article.card a[href*='/calls/" + call + "'][href*='#t=']");
        double said = Double.parseDouble(words.getAttribute("href").replaceFirst(".*#t=", "")) / 1000;

        // When
        browser.click(words);
        browser.await("#decision");
        browser.click("#decision form[action$='/take'] button");
        browser.await("#decision .cs-in-work");
        browser.click("#play");
        browser.waitFor(
                "the recording to play",
                () -> browser.number("document.getElementById('audio').currentTime") > Math.max(0, said - 5));
        double heard = browser.number("document.getElementById('audio').currentTime");
        browser.click("#decision button[value=confirmed]");
        browser.await("#decision .cs-checked");

        // Then
        assertThat(heard).isBetween(Math.max(0, said - 5), said + 4);
        assertThat(browser.text("#decision")).contains("Подтверждено", "Имя supervisor");
        browser.shoot("shift-2-confirmed");
    }

    @Test
    @Order(3)
    void aFalseMarkIsStruckThroughAndChangesNoCount() throws Exception {
        // Given
        long before = pages.as(Role.SUPERVISOR)
                .json("/api/calls?code=certainty.promise-broken")
                .at("/total")
                .asLong();
        browser.open("/calls/call-7");
        String mark = ".marks [data-mark='certainty.promise-broken']";

        // When
        browser.click(browser.await(mark + " details.false-pop > summary"));
        browser.click(mark + " button[value=meaning]");
        browser.await(mark + ".struck");

        // Then
        assertThat(browser.text(".marks .struck")).contains("Имя supervisor");
        assertThat(pages.json("/api/calls?code=certainty.promise-broken")
                        .at("/total")
                        .asLong())
                .isEqualTo(before);
        browser.shoot("shift-3-false-mark");
    }

    @Test
    @Order(4)
    void aCardIsHandedOverAndStandsInTheList() {
        // Given
        browser.open("/queue");
        String id = browser.await("article.card.cs-new").getAttribute("id");

        // When
        browser.click("#" + id + " summary[data-key=KeyH]");
        String form = "#" + id + " form[action$='/hand-over'] ";
        new Select(browser.find(form + "select[name=to]")).selectByValue("department:logistics");
        browser.find(form + "[name=comment]").sendKeys("заказ завис на складе");
        browser.click(form + "button");
        browser.await("#" + id + " .card-state.cs-handed-over");
        browser.open("/queue/handover");

        // Then
        assertThat(browser.text("[data-part=handed-over]")).contains("заказ завис на складе", "Имя supervisor");
        browser.shoot("shift-4-handover");
    }

    @Test
    @Order(5)
    void callsAreFoundAndTakenAwayAsAFile() {
        // Given
        browser.open("/calls");
        browser.find("#search input[name=text]").sendKeys("договор", Keys.ENTER);
        browser.await(".quote mark");
        String list = browser.path();

        // When
        browser.click("table.calls .when a");
        browser.await("#transcript");
        browser.script("history.back()");
        browser.await(".quote mark");
        String file = browser.find("#export a[href*='export.csv']").getAttribute("href");
        Object downloaded = browser.script(
                "const x = new XMLHttpRequest(); x.open('GET', arguments[0], false); x.send();"
                        + " return x.status + ' ' + x.getResponseHeader('Content-Disposition') + ' ' + x.responseText.slice(0, 400);",
                file);

        // Then
        assertThat(list).contains("text=");
        assertThat(browser.path()).isEqualTo(list);
        assertThat(String.valueOf(downloaded)).startsWith("200 attachment").contains(";");
        browser.shoot("shift-5-search");
    }

    @Test
    @Order(6)
    void theLanguageIsChangedAndStays() {
        // When
        browser.click(".lang");
        browser.await("html[lang=en]");
        String list = browser.text("h1");
        browser.open("/queue");

        // Then
        assertThat(list).isEqualTo("Calls");
        assertThat(browser.text("#today")).startsWith("Today:");
        assertThat(browser.text("#nav")).contains("To check", "Overview");
        browser.shoot("shift-6-english");
    }

    @Test
    @Order(7)
    void signingOutClosesTheDoorBehind() {
        // When
        browser.click(".who-am-i");
        browser.click(browser.await("form[action='/logout'] button"));
        browser.await("input[name=password]");
        browser.script("history.back()");
        browser.open("/queue");

        // Then
        assertThat(browser.path()).startsWith("/login");
    }
}
