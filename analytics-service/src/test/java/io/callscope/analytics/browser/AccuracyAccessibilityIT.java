package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.accuracy.input.JdbiInputWeeks;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.accuracy.SeededAccuracy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on accuracy, in both languages and themes, on a screen and on a telephone. */
class AccuracyAccessibilityIT extends Journey {
    /** Languages whose pages are kept as pictures. */
    private static final String PICTURES = System.getProperty("callscope.pictures", "");

    @BeforeAll
    static void start() {
        TestPages seeded = SeededAccuracy.pages();
        JdbiInputWeeks weeks = new JdbiInputWeeks(seeded.database().dataSource(), ZoneId.of("Europe/Moscow"));
        while (weeks.countOne(TestPages.NOW)) {
            // another week waits
        }
        begin(seeded);
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // Given
        browser.dark(dark);
        browser.forgetCookies();
        browser.open("/login?lang=" + language);
        browser.signIn(Role.HEAD);
        List<String> found = new ArrayList<>();

        // When
        look("/accuracy", "accuracy", language, dark, found);
        look("/accuracy/disagreements?item=criterion.service.greeting", "disagreements", language, dark, found);

        // Then
        assertThat(found).isEmpty();
    }

    private static void look(String address, String name, String language, boolean dark, List<String> found) {
        browser.open(address);
        for (int width : new int[] {1280, 390}) {
            browser.size(width, 900);
            String where = "%s-%s-%s-%d".formatted(name, language, dark ? "dark" : "light", width);
            List<String> barriers = dark ? browser.poorContrasts() : browser.barriers();
            barriers.forEach(barrier -> found.add(where + ": " + barrier));
            if (browser.scrollsSideways()) {
                found.add(where + " scrolls sideways");
            }
            if (PICTURES.contains(language)) {
                browser.shoot(where);
            }
        }
    }
}
