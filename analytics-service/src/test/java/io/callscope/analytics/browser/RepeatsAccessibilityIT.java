package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.repeats.SeededRepeats;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on repeat contacts in each of its states, in both languages and themes, on a screen and on a telephone. */
class RepeatsAccessibilityIT extends Journey {
    private static final Map<String, String> ADDRESSES = Map.of(
            "repeats", "/repeats",
            "repeats-open", "/repeats?week=2026-10-12",
            "repeats-short", "/repeats?week=2026-09-02",
            "repeats-empty", "/repeats?week=2025-01-01");

    @BeforeAll
    static void start() {
        TestPages pages = SeededRepeats.pages();
        SeededRepeats.compare(pages);
        begin(pages);
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // When
        Look look =
                new Look(browser, language, dark).as(Role.HEAD).at(ADDRESSES).printed(ADDRESSES);

        // Then
        assertThat(look.found()).isEmpty();
    }
}
