package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.requests.SeededRequests;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on requests and ideas in each of its states, in both languages and themes, on a screen and on a telephone. */
class RequestsAccessibilityIT extends Journey {
    private static final Map<String, String> ADDRESSES = Map.of(
            "requests", "/requests",
            "requests-quarter", "/requests?weeks=13",
            "requests-few", "/requests?week=2026-06-22",
            "requests-empty", "/requests?week=2025-01-01");

    @BeforeAll
    static void start() throws Exception {
        begin(SeededRequests.pages());
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // When
        Look look = new Look(browser, language, dark).as(Role.HEAD).at(ADDRESSES);

        // Then
        assertThat(look.found()).isEmpty();
    }
}
