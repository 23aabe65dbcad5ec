package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page and state, in both languages and themes, on a screen and on a telephone. */
class AccessibilityIT {
    private static TestPages pages;
    private static Browser browser;

    @BeforeAll
    static void start() {
        pages = TestPages.seeded(30);
        browser = Browser.on(pages);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        pages.close();
    }

    private static Map<String, String> pagesOf(Role role) {
        Map<String, String> addresses = new LinkedHashMap<>();
        if (role == Role.OPS) {
            addresses.put("audit", "/audit?check=true");
            addresses.put("audit-none", "/audit?login=nobody");
            return addresses;
        }
        addresses.put("overview", "/");
        addresses.put("queue", "/queue");
        addresses.put("queue-below", "/queue?page=2");
        addresses.put("queue-new", "/queue?view=new");
        addresses.put("queue-none", "/queue?view=mine");
        addresses.put("queue-wrong-filter", "/queue?view=gravity");
        addresses.put("handover", "/queue/handover");
        addresses.put("rules", "/rules");
        addresses.put("rules-tried", "/rules?dry-run=true");
        addresses.put("views", "/views");
        addresses.put("queue", "/queue");
        addresses.put("queue-none", "/queue?view=put-off");
        addresses.put("handover", "/queue/handover");
        addresses.put("rules", "/rules");
        addresses.put("calls", "/calls");
        addresses.put(
                "calls-words", "/calls?text=%D0%B4%D0%B5%D0%BD%D1%8C%D0%B3%D0%B8&repeat=true&resolution=unresolved");
        addresses.put("calls-none", "/calls?text=nothingofthekind");
        addresses.put(
                "calls-found", "/calls?text=" + "%D0%B4%D0%B5%D0%BD%D1%8C%D0%B3%D0%B8" + "&force=status&force=control");
        addresses.put("calls-wrong-filter", "/calls?force=gravity");
        addresses.put("call", "/calls/call-0");
        addresses.put("call-text-only", "/calls/call-1");
        addresses.put("call-audio-gone", "/calls/call-14");
        addresses.put("call-silent", "/calls/call-5");
        addresses.put("call-waiting", "/calls/call-6");
        addresses.put("call-failed", "/calls/bad-1");
        addresses.put("call-unknown", "/calls/nobody");
        addresses.put("failed", "/failed");
        addresses.put("failed-reason", "/failed?reason=audio-corrupt");
        addresses.put("views", "/views");
        addresses.put("account", "/account");
        addresses.put("forbidden", "/audit");
        return addresses;
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false", "en,true"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // Given
        browser.dark(dark);
        List<String> barriers = new ArrayList<>();
        List<String> sideways = new ArrayList<>();

        for (Role role : List.of(Role.SUPERVISOR, Role.OPS)) {
            browser.forgetCookies();
            browser.open("/login?lang=" + language);
            look("login", language, dark, barriers, sideways);
            browser.signIn(role);
            for (Map.Entry<String, String> page : pagesOf(role).entrySet()) {
                // When
                browser.open(page.getValue());
                look(page.getKey(), language, dark, barriers, sideways);
            }
        }

        // Then
        assertThat(barriers).isEmpty();
        assertThat(sideways).isEmpty();
    }

    /** Both widths; what is found is noted with its page. */
    private static void look(String name, String language, boolean dark, List<String> barriers, List<String> sideways) {
        for (int width : new int[] {1280, 390}) {
            browser.size(width, 900);
            String where = "%s-%s-%s-%d".formatted(name, language, dark ? "dark" : "light", width);
            // roles and names are the same in the dark, and on a telephone in another language; colours and breaks are
            // not
            if (dark) {
                browser.poorContrasts().forEach(barrier -> barriers.add(where + ": " + barrier));
            } else if (width == 1280 || language.equals("ru")) {
                browser.barriers().forEach(barrier -> barriers.add(where + ": " + barrier));
            }
            if (browser.scrollsSideways()) {
                sideways.add(where);
            }
            browser.shoot(where);
        }
        browser.size(1280, 900);
    }

    @Test
    void pagesRunWithoutComplaints() {
        // Given
        browser.forgetCookies();
        browser.signIn(Role.SUPERVISOR);
        browser.complaints();
        List<String> complaints = new ArrayList<>();

        for (String address : List.of("/", "/calls", "/calls/call-0", "/calls/call-1", "/failed", "/account")) {
            // When
            browser.open(address);
            browser.await("main");
            browser.complaints().forEach(complaint -> complaints.add(address + ": " + complaint));
        }

        // Then
        assertThat(complaints).isEmpty();
    }
}
