package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.accuracy.input.JdbiInputWeeks;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.accuracy.SeededAccuracy;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on accuracy, in both languages and themes, on a screen and on a telephone. */
class AccuracyAccessibilityIT extends Journey {
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
        // When
        Look look = new Look(browser, language, dark)
                .as(Role.HEAD)
                .at(Map.of(
                        "accuracy", "/accuracy",
                        "disagreements", "/accuracy/disagreements?item=criterion.service.greeting"));

        // Then
        assertThat(look.found()).isEmpty();
    }
}
