package io.callscope.analytics.browser;

import io.callscope.analytics.users.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pages looked at in one language and theme, on a screen and on a telephone: notes what keeps somebody out of them, and
 * keeps pictures where they are wanted ({@code -Dcallscope.pictures=ru,en}). Not thread-safe.
 */
final class Look {
    private static final String PICTURES = System.getProperty("callscope.pictures", "");
    private static final int[] WIDTHS = {1280, 390};
    private static final int HEIGHT = 900;

    /** A4 at 96 dots an inch. */
    private static final int PAPER = 794;

    private final Browser browser;
    private final String language;
    private final boolean dark;
    private final List<String> found = new ArrayList<>();

    Look(Browser browser, String language, boolean dark) {
        this.browser = browser;
        this.language = language;
        this.dark = dark;
        browser.dark(dark);
    }

    /** Whether pages of this language are kept as pictures. */
    static boolean keepsPictures(String language) {
        return PICTURES.contains(language);
    }

    /** From here on as somebody of this role. */
    Look as(Role role) {
        browser.forgetCookies();
        browser.open("/login?lang=" + language);
        browser.signIn(role);
        return this;
    }

    /**
     * Looks at pages.
     *
     * @param addresses by the name that a finding and a picture are known by
     */
    Look at(Map<String, String> addresses) {
        addresses.forEach((name, address) -> {
            browser.open(address);
            for (int width : WIDTHS) {
                browser.size(width, HEIGHT);
                look("%s-%s-%s-%d".formatted(name, language, dark ? "dark" : "light", width));
            }
        });
        return this;
    }

    /** Roles and names are the same in the dark: there only contrast is asked. */
    private void look(String where) {
        List<String> barriers = dark ? browser.poorContrasts() : browser.barriers();
        barriers.forEach(barrier -> found.add(where + ": " + barrier));
        if (browser.scrollsSideways()) {
            found.add(where + " scrolls sideways");
        }
        if (keepsPictures(language)) {
            browser.shoot(where);
        }
    }

    /** Looks at pages as they are printed on A4; only for the pictures. */
    Look printed(Map<String, String> addresses) {
        if (keepsPictures(language) && !dark) {
            browser.paper(true);
            addresses.forEach((name, address) -> {
                browser.open(address);
                browser.size(PAPER, HEIGHT);
                browser.shoot("%s-%s-print".formatted(name, language));
            });
            browser.paper(false);
        }
        return this;
    }

    /** What keeps somebody out, each with its page. */
    List<String> found() {
        return List.copyOf(found);
    }
}
