package io.callscope.analytics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.review.Scored;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Appeals and calibrations in both languages and themes, on a screen and on a telephone. */
class AppealAccessibilityIT extends Journey {
    private static final String REASON = "Оператор поздоровался и представился, а поставили нарушение";
    private static final List<String> PEOPLE = List.of("controller", "second-controller", "third-controller");

    private static String review = "";
    private static String taken = "";
    private static String decided = "";
    private static String running = "";
    private static String ended = "";

    @BeforeAll
    static void start() throws Exception {
        TestPages pages = TestPages.withQueue().strangers();
        pages.clock().pass(Duration.ofDays(5));
        calibrate(pages);
        pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-12");
        String call = value(pages, """
                SELECT call_id FROM review_seats t WHERE reviewer IS NOT NULL AND seat = 'first'
                    AND NOT EXISTS (SELECT 1 FROM calibration_calls k WHERE k.call_id = t.call_id)
                ORDER BY call_id LIMIT 1""");
        pages.asNewcomer(
                Role.CONTROLLER,
                value(pages, "SELECT reviewer FROM review_seats WHERE seat = 'first' AND call_id = '" + call + "'"));
        pages.post(
                "/review/" + call,
                Scored.with(pages.page("/review/" + call), "not-met").toArray(String[]::new));
        review = pages.as(Role.SUPERVISOR)
                .page("/appeals")
                .select("[data-review]")
                .attr("data-review");
        decided = file(pages, "greeting");
        taken = file(pages, "understood");
        pages.as(Role.HEAD).post("/appeals/" + decided + "/take");
        pages.post("/appeals/" + decided + "/decision", "answer", "met", "comment", "Поздоровался на 0:05");
        pages.post("/appeals/" + taken + "/take");
        begin(pages);
    }

    private static String file(TestPages pages, String criterion) throws Exception {
        return last(pages.as(Role.SUPERVISOR)
                .post("/appeals", "review", review, "criterion", criterion, "reason", REASON, "at", "0:05")
                .headers()
                .firstValue("Location")
                .orElseThrow());
    }

    private static String value(TestPages pages, String sql) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** One session that everybody has scored, and one that goes on. */
    private static void calibrate(TestPages pages) throws Exception {
        PEOPLE.stream().skip(1).forEach(login -> pages.asNewcomer(Role.CONTROLLER, login));
        ended = session(pages, "Октябрь, первая", "4");
        for (String login : PEOPLE) {
            pages.asNewcomer(Role.CONTROLLER, login);
            for (String call : pages.page("/review").select("[data-seat]").eachAttr("data-seat")) {
                boolean failed = login.equals("third-controller") && call.hashCode() % 2 == 0;
                pages.post(
                        "/review/" + call,
                        Scored.with(pages.page("/review/" + call), failed ? "not-met" : "met")
                                .toArray(String[]::new));
            }
        }
        running = session(pages, "Октябрь, вторая", "3");
    }

    private static String session(TestPages pages, String name, String calls) throws Exception {
        String scorecard = value(
                pages, "SELECT scorecard FROM evaluations WHERE current GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
        List<String> fields =
                new ArrayList<>(List.of("name", name, "scorecard", scorecard, "week", "2026-10-12", "calls", calls));
        PEOPLE.forEach(login -> fields.addAll(List.of("people", login)));
        HttpResponse<String> made = pages.as(Role.SUPERVISOR).post("/calibrations", fields.toArray(String[]::new));
        return last(made.headers().firstValue("Location").orElseThrow(() -> new AssertionError(made.body())));
    }

    @ParameterizedTest
    @CsvSource({"ru,false", "ru,true", "en,false"})
    void nobodyIsKeptOut(String language, boolean dark) {
        // When
        Look look = new Look(browser, language, dark)
                .as(Role.SUPERVISOR)
                .at(Map.of(
                        "appeals",
                        "/appeals",
                        "appeal-form",
                        "/appeals/reviews/" + review,
                        "appeal-decided",
                        "/appeals/" + decided,
                        "appeal-open",
                        "/appeals/" + taken,
                        "calibrations",
                        "/calibrations",
                        "calibration-running",
                        "/calibrations/" + running,
                        "calibration",
                        "/calibrations/" + ended))
                .as(Role.HEAD)
                .at(Map.of("appeal-decision", "/appeals/" + taken));

        // Then
        assertThat(look.found()).isEmpty();
    }
}
