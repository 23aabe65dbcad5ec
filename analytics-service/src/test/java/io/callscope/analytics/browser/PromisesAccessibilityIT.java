package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.promises.SeededPromises;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of promises in each of its states, in both languages and themes, on a screen and on a telephone. */
class PromisesAccessibilityIT extends Journey {
    /** Languages whose pages are kept as pictures. */
    private static final String PICTURES = System.getProperty("callscope.pictures", "");

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
        // Given
        browser.dark(dark);
        browser.forgetCookies();
        browser.open("/login?lang=" + language);
        browser.signIn(Role.SUPERVISOR);
        List<String> found = new ArrayList<>();

        // When
        ADDRESSES.forEach((name, address) -> {
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
        });

        // Then
        assertThat(found).isEmpty();
    }
}
