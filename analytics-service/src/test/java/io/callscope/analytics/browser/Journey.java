package io.callscope.analytics.browser;

import io.callscope.analytics.web.TestPages;
import org.junit.jupiter.api.AfterAll;

/** Pages and a browser for the tests of one class. */
abstract class Journey {
    static TestPages pages;
    static Browser browser;

    /** Takes over the closing of the pages; skips the class where there is no browser. */
    static void begin(TestPages served) {
        pages = served;
        browser = Browser.on(served);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
        pages.close();
    }
}
