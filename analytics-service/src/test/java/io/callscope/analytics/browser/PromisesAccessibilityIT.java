package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.promises.SeededPromises;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of promises in each of its states, in both languages and themes, on a screen and on a telephone. */
class PromisesAccessibilityIT extends Journey {
    private static final Map<String, String> ADDRESSES = Map.of(
            "promises", "/promises",
            "promises-late", "/promises?state=late",
            "promises-none", "/promises?kind=other");

    @BeforeAll
    static void start() throws Exception {
        begin(SeededPromises.pages());
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // When
        Look look = new Look(browser, language, dark).as(Role.SUPERVISOR).at(ADDRESSES);

        // Then
        assertThat(look.found()).isEmpty();
    }
}
