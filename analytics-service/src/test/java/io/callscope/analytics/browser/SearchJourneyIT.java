package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a supervisor does to find calls, and what he sees when the server goes away. */
class SearchJourneyIT extends Journey {
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
    void narrowsByKeysAloneAndTheAddressFollows() {
        // Given
        browser.open("/calls");
        browser.find("input[name=text]").sendKeys("деньги", Keys.ENTER);
        browser.waitFor("ten calls", () -> browser.text("#total").startsWith("10 "));

        // When
        browser.find("form#search > .pick summary").sendKeys(Keys.ENTER);
        browser.await("form#search > .pick[open] input").sendKeys(Keys.SPACE);
        browser.waitFor("the force in the address", () -> browser.path().contains("force=certainty"));
        browser.shoot("journey-search-pick-open");
        browser.find("form#search > .pick[open] input").sendKeys(Keys.ESCAPE);

        // Then
        assertThat(browser.all("form#search > .pick[open]")).isEmpty();
        assertThat(browser.text("mark")).isEqualTo("деньги");
        assertThat(browser.path()).startsWith("/calls?text=").doesNotContain("flagged");
        browser.script("history.back()");
        browser.waitFor("the list before", () -> !browser.path().contains("force="));
    }

    @Test
    void aPeriodAndDatesExcludeEachOther() {
        // Given
        browser.open("/calls?from=2026-10-12");

        // When
        browser.click("select[name=period] option[value=week]");
        browser.waitFor("the week in the address", () -> browser.path().contains("period=week"));

        // Then
        assertThat(browser.path()).doesNotContain("from=");
        assertThat(browser.find("input[name=from]").getDomProperty("value")).isEmpty();
    }

    @Test
    void allConditionsAreShownAndTakenAway() {
        // Given
        browser.open("/calls");
        browser.click("details.more > summary");
        browser.shoot("journey-search-all-conditions");

        // When
        browser.click("select[name=repeat] option[value=true]");
        browser.waitFor("a chip", () -> browser.all("#chips a").size() == 1);
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.find("#kept input").getDomAttribute("value")).isEqualTo("repeat=true");
        browser.click("#chips a");

        // Then
        browser.waitFor("the whole list", () -> browser.path().equals("/calls"));
        assertThat(browser.all("#chips a")).isEmpty();
    }

    @Test
    void keepsAViewAndIsToldWhyNot() {
        // Given
        browser.open("/calls?force=status");
        browser.click("#views summary");
        browser.find("#views input[name=name]").sendKeys("Статус", Keys.ENTER);
        browser.waitFor("the view", () -> browser.text("#views li").contains("Статус"));

        // When
        browser.click("#views summary");
        browser.find("#views input[name=name]").sendKeys("Статус", Keys.ENTER);
        browser.await("#views [role=alert]");

        // Then
        browser.shoot("journey-search-view-refused");
        assertThat(browser.find("#views input[name=name]").getDomProperty("value"))
                .isEqualTo("Статус");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theOverviewRefreshesWithoutLosingFocus() {
        // Given
        browser.open("/");
        browser.script("document.getElementById('force-control').focus(); window.before ="
                + " document.getElementById('overview')");

        // When
        browser.script("document.body.dispatchEvent(new CustomEvent('look-again'))");
        browser.waitFor(
                "another overview",
                () -> Boolean.TRUE.equals(
                        browser.script("return window.before !== document.getElementById('overview')")));

        // Then
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("force-control");
        assertThat(browser.find("#stale").isDisplayed()).isFalse();
    }

    @Test
    void theOverviewSaysWhenTheServerIsAway() {
        // Given
        browser.open("/");

        // When
        browser.offline(true);
        try {
            browser.script("document.body.dispatchEvent(new CustomEvent('look-again'))");
            browser.waitFor("the notice", () -> browser.find("#stale").isDisplayed());

            // Then
            assertThat(browser.text("#stale")).contains("Сервер не отвечает", "на 15:00");
            browser.shoot("journey-overview-stale");
        } finally {
            browser.offline(false);
        }
        browser.script("document.body.dispatchEvent(new CustomEvent('look-again'))");
        browser.waitFor("fresh figures", () -> !browser.find("#stale").isDisplayed());
        assertThat(List.of(browser.find("body").getDomAttribute("class"))).noneMatch(c -> c.contains("is-stale"));
    }
}
