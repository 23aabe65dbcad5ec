package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.forces.SeededForces;
import io.callscope.analytics.web.importance.SeededSurveys;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on the six forces in each of its states, in both languages and themes, on a screen and on a telephone. */
class ForcesAccessibilityIT extends Journey {
    private static final Map<String, String> ADDRESSES = Map.of(
            "forces", "/forces?weeks=4",
            "forces-drivers", "/forces?show=driver",
            "importance", "/importance",
            "importance-codes", "/importance?by=code",
            "forces-empty", "/forces?week=2025-01-01");

    @BeforeAll
    static void start() throws Exception {
        TestPages pages = SeededSurveys.pages();
        SeededForces.review(pages);
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
