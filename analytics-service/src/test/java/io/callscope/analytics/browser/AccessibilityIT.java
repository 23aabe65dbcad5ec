package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.OddCalls;
import io.callscope.analytics.web.SeededModel;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.transcript.CallTranscribed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page and state, in both languages and themes, on a screen and on a telephone. */
class AccessibilityIT extends Journey {
    /** These say what is wrong, and no other page does. */
    private static final Set<String> PROBLEMS =
            Set.of("queue-wrong-filter", "calls-wrong-filter", "call-unknown", "forbidden");

    /** Languages whose pages are kept as pictures, such as {@code ru,en}; taking them is a third of the time. */
    private static final String PICTURES = System.getProperty("callscope.pictures", "");

    @BeforeAll
    static void start() throws Exception {
        begin(TestPages.withQueue());
        workTheQueue();
        new OddCalls(pages.calls()).all();
        SeededModel model = new SeededModel(pages.database().dataSource(), pages.clock());
        model.all();
        model.cost("with-model");
        heardByModel();
    }

    /** A call that a language model was asked about as well. */
    private static void heardByModel() {
        CallTranscribed call = CallFixtures.transcribed(
                "with-model",
                CallFixtures.metadata(),
                CallFixtures.STARTED,
                CallFixtures.transcript("ru", "К сколько еще ждать", "К расторгать договор", "О завтра до обеда"));
        pages.calls()
                .analyzed(
                        call,
                        CallFixtures.withModel(
                                CallFixtures.flagged(call, "book-1", CallFixtures.STARTED.plusSeconds(60)),
                                CallFixtures.report("Клиент ждёт. Срок назван. Договор цел.", "Позвонить завтра.")));
    }

    /** So that cards are seen in every state. */
    private static void workTheQueue() throws Exception {
        move("take");
        move("put-off", "until", "2026-10-15T09:00", "reason", "ждём склад");
        move("hand-over", "to", "department:logistics", "comment", "срочно");
        move("check", "outcome", "confirmed");
        pages.post("/calls/call-0/false-marks", "kind", "rule", "subject", "money-unfair", "reason", "other");
    }

    /** Does it to a card that nobody has touched yet. */
    private static void move(String what, String... fields) throws Exception {
        Element card = Objects.requireNonNull(pages.page("/queue").selectFirst("article.card.cs-new"));
        List<String> form = new ArrayList<>(List.of(
                "version",
                Objects.requireNonNull(card.selectFirst("[name=version]")).attr("value")));
        form.addAll(List.of(fields));
        String address = "/queue/cards/%s/%s".formatted(card.id().replace("card-", ""), what);
        assertThat(pages.post(address, form.toArray(String[]::new)).statusCode())
                .isIn(200, 303);
    }

    private static Map<String, String> pagesOf(Role role) {
        Map<String, String> addresses = new LinkedHashMap<>();
        if (role == Role.OPS) {
            addresses.put("audit", "/audit?check=true");
            addresses.put("audit-none", "/audit?login=nobody");
            addresses.put("parked-ops", "/model?asked=3");
            addresses.put("costs", "/model/costs");
            addresses.put("costs-none", "/model/costs?from=2026-01-01&to=2026-01-02");
            addresses.put("changes", "/changes");
            addresses.put("change", "/changes/1");
            return addresses;
        }
        addresses.put("overview", "/");
        addresses.put("queue", "/queue");
        addresses.put("queue-below", "/queue?page=2");
        addresses.put("queue-mine", "/queue?view=mine");
        addresses.put("queue-put-off", "/queue?view=put-off");
        addresses.put("queue-handed-over", "/queue?view=handed-over");
        addresses.put("queue-checked", "/queue?view=checked-today");
        addresses.put("queue-none", "/queue?rule=danger");
        addresses.put("queue-wrong-filter", "/queue?view=gravity");
        addresses.put("handover", "/queue/handover");
        addresses.put("rules", "/rules");
        addresses.put("rules-words", "/rules/words");
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
        addresses.put("call-hostile", "/calls/odd-hostile");
        addresses.put("call-too-little", "/calls/odd-too-little");
        addresses.put("call-measured", "/calls/odd-measured");
        addresses.put("call-unknown", "/calls/nobody");
        addresses.put("failed", "/failed");
        addresses.put("parked", "/model");
        addresses.put("parked-reason", "/model?reason=wrong-schema");
        addresses.put("parked-none", "/model?reason=empty");
        addresses.put("call-model", "/calls/with-model");
        addresses.put("failed-reason", "/failed?reason=audio-corrupt");
        addresses.put("changes", "/changes");
        addresses.put("change", "/changes/1");
        addresses.put("call-analyses", "/calls/call-0/analyses");
        addresses.put("views", "/views");
        addresses.put("account", "/account");
        addresses.put("forbidden", "/audit");
        return addresses;
    }

    /** In the dark only contrast is asked, and that is the same in either language. */
    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // Given
        browser.dark(dark);
        List<String> barriers = new ArrayList<>();
        List<String> broken = new ArrayList<>();

        for (Role role : List.of(Role.SUPERVISOR, Role.OPS)) {
            browser.forgetCookies();
            browser.open("/login?lang=" + language);
            look("login", language, dark, barriers, broken);
            browser.signIn(role);
            for (Map.Entry<String, String> page : pagesOf(role).entrySet()) {
                // When
                browser.open(page.getValue());
                look(page.getKey(), language, dark, barriers, broken);
            }
        }

        // Then
        assertThat(barriers).isEmpty();
        assertThat(broken).isEmpty();
    }

    /** Both widths, in the dark one unless pictures are wanted; what is found is noted with its page. */
    private static void look(String name, String language, boolean dark, List<String> barriers, List<String> broken) {
        boolean pictures = PICTURES.contains(language);
        for (int width : dark && !pictures ? new int[] {1280} : new int[] {1280, 390}) {
            browser.size(width, 900);
            String where = "%s-%s-%s-%d".formatted(name, language, dark ? "dark" : "light", width);
            // roles and names are the same in the dark, and both in another language: MessagesTest holds that no word
            // lacks
            if (language.equals("ru")) {
                List<String> found = dark ? browser.poorContrasts() : browser.barriers();
                found.forEach(barrier -> barriers.add(where + ": " + barrier));
            }
            if (browser.all(".problem").isEmpty() == PROBLEMS.contains(name)) {
                broken.add(where + ": " + browser.text(".problem"));
            }
            if (browser.scrollsSideways()) {
                broken.add(where);
            }
            if (pictures) {
                browser.shoot(where);
            }
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

        for (String address :
                List.of("/", "/calls", "/calls/call-0", "/calls/call-1", "/failed", "/model", "/account")) {
            // When
            browser.open(address);
            browser.await("main");
            browser.complaints().forEach(complaint -> complaints.add(address + ": " + complaint));
        }

        // Then
        assertThat(complaints).isEmpty();
    }
}
