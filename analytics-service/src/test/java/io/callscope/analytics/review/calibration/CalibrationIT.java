package io.callscope.analytics.review.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.review.Scored;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three controllers score the same calls on the review page, each for himself. */
class CalibrationIT {
    private static final String WEEK = "2026-10-12";
    private static final List<String> PEOPLE = List.of("controller", "second-controller", "third-controller");

    private TestPages pages;

    @BeforeEach
    void weekIsOver() {
        pages = TestPages.seeded();
        pages.clock().pass(Duration.ofDays(5));
        PEOPLE.forEach(this::as);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private TestPages as(String login) {
        return pages.asNewcomer(Role.CONTROLLER, login);
    }

    private HttpResponse<String> make(String week, String calls, List<String> people) throws Exception {
        String scorecard =
                text("SELECT scorecard FROM evaluations WHERE current GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
        pages.as(Role.SUPERVISOR);
        List<String> fields =
                new ArrayList<>(List.of("name", "Октябрь", "scorecard", scorecard, "week", week, "calls", calls));
        people.forEach(login -> fields.addAll(List.of("people", login)));
        return pages.post("/calibrations", fields.toArray(String[]::new));
    }

    private String made() throws Exception {
        String address =
                make(WEEK, "3", PEOPLE).headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Set<String> seats(String login) throws Exception {
        return new TreeSet<>(as(login).page("/review").select("[data-seat]").eachAttr("data-seat"));
    }

    private void score(String login, String call, String answer) throws Exception {
        Document form = as(login).page("/review/" + call);
        assertThat(form.select("[data-mark], [data-rule], [data-signal]")).isEmpty();
        assertThat(pages.post("/review/" + call, Scored.with(form, answer).toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void everybodyScoresTheSameCallsBlindAndWhatTheySayIsShownAtTheEnd() throws Exception {
        // Given
        String session = made();
        Set<String> calls = seats("controller");

        // When
        JsonNode before = pages.as(Role.SUPERVISOR).json("/api/calibrations/" + session);
        for (String login : PEOPLE) {
            assertThat(seats(login)).isEqualTo(calls).hasSize(3);
            for (String call : calls) {
                assertThat(pages.get("/api/calls/" + call).statusCode()).isEqualTo(409);
                score(login, call, login.equals("third-controller") ? "not-met" : "met");
            }
        }
        JsonNode after = pages.as(Role.SUPERVISOR).json("/api/calibrations/" + session);
        JsonNode head = pages.as(Role.HEAD).json("/api/calibrations/" + session);
        Document page = pages.page("/calibrations/" + session);

        // Then
        assertThat(before.has("criteria")).isFalse();
        JsonNode first = after.at("/criteria/0");
        assertThat(first.get("calls").asInt()).isEqualTo(3);
        assertThat(first.get("apart").asInt()).isEqualTo(3);
        assertThat(first.get("agreement").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(first.at("/people/0/login").asText()).isEqualTo("third-controller");
        assertThat(first.at("/machine/outcome").asText()).isIn("few-calls", "no-machine");
        assertThat(head.at("/criteria/0/people").size()).isZero();
        assertThat(page.select("#machine-tests tbody tr")).hasSizeGreaterThan(5);
        assertThat(page.text()).doesNotContain("Кто и где расходится");
    }

    @Test
    void noRateReadsWhatASessionSays() throws Exception {
        // Given
        made();
        JsonNode before = pages.as(Role.SUPERVISOR).json("/api/accuracy");

        // When
        for (String login : PEOPLE) {
            for (String call : seats(login)) {
                score(login, call, "not-met");
            }
        }

        // Then
        assertThat(count("SELECT count(*) FROM reviews WHERE seat = 'calibration' AND pi IS NULL AND plan_id IS NULL"))
                .isEqualTo(9);
        assertThat(pages.as(Role.SUPERVISOR).json("/api/accuracy")).isEqualTo(before);
    }

    @Test
    void whoIsInASessionGetsNoOtherSeatAtItsCalls() throws Exception {
        // Given
        made();
        Set<String> session = seats("controller");

        // When
        pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK);
        Set<String> planned =
                new TreeSet<>(pages.page("/plan").select("[data-planned]").eachAttr("data-planned"));
        planned.retainAll(session);

        // Then
        assertThat(planned).as("a drawn call of the session").isNotEmpty();
        assertThat(count("SELECT count(*) FROM review_seats t JOIN calibration_calls USING (call_id)"
                        + " WHERE t.reviewer IS NOT NULL"))
                .isZero();
        assertThat(as("controller").page("/review").select("[data-free]").eachAttr("data-free"))
                .doesNotContainAnyElementsOf(session);
    }

    @Test
    void aSessionThatIsEndedAsksNobodyAnyMore() throws Exception {
        // Given
        String session = made();
        String call = seats("controller").iterator().next();
        score("controller", call, "met");

        // When
        pages.as(Role.SUPERVISOR).post("/calibrations/" + session + "/close");

        // Then
        assertThat(seats("second-controller")).isEmpty();
        assertThat(as("second-controller").get("/api/calls/" + call).statusCode())
                .isEqualTo(200);
        assertThat(pages.as(Role.SUPERVISOR).page("/calibrations/" + session).select("#criteria tbody tr"))
                .isNotEmpty();
        assertThat(pages.as(Role.OPS)
                        .json("/api/audit?action=calibration-closed")
                        .toString())
                .contains("supervisor");
    }

    @Test
    void whatIsNoSessionIsNamed() throws Exception {
        assertThat(make(WEEK, "3", PEOPLE.subList(0, 2)).body()).contains("2 people");
        assertThat(make("2026-10-13", "3", PEOPLE).body()).contains("2026-10-13");
        assertThat(make("2026-10-19", "3", PEOPLE).statusCode()).isEqualTo(400);
        assertThat(make(WEEK, "1", PEOPLE).body()).contains("calls 1");
        assertThat(make(WEEK, "3", List.of("controller", "second-controller", "nobody"))
                        .body())
                .contains("nobody");
        assertThat(make("2026-09-07", "3", PEOPLE).statusCode()).isEqualTo(409);
        assertThat(count("SELECT count(*) FROM calibration_sessions")).isZero();
    }

    private long count(String sql) throws Exception {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws Exception {
        try (Connection connection = pages.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
