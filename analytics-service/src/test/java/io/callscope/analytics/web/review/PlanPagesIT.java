package io.callscope.analytics.web.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of a week, its seats, and what two people differ on. */
class PlanPagesIT {
    private static final String WEEK = "2026-10-12";

    private final TestPages pages = TestPages.seeded();

    @BeforeEach
    void weekIsOver() {
        pages.clock().pass(Duration.ofDays(5));
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void aPlanIsKeptOnceAndShownWithItsProbabilities() throws Exception {
        // When
        int made = pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK).statusCode();
        int again = pages.post("/plan", "week", WEEK).statusCode();
        Document page = pages.page("/plan");
        JsonNode plan = pages.json("/api/plan").get(0);

        // Then
        assertThat(List.of(made, again)).containsExactly(303, 409);
        int calls = page.select("[data-planned]").size();
        assertThat(calls).isBetween(5, 40);
        assertThat(plan.get("calls").asInt()).isEqualTo(calls);
        assertThat(plan.get("done").asInt()).isZero();
        assertThat(page.select("#needs tbody tr")).hasSizeGreaterThan(20);
        assertThat(pages.as(Role.OPS).json("/api/audit?action=plan-made").toString())
                .contains(WEEK);
    }

    @Test
    void aKeptPlanCannotBeChanged() throws Exception {
        // Given
        pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK);

        // When, Then
        for (String change : List.of(
                "UPDATE sample_plans SET seed = 1", "DELETE FROM sample_plans", "UPDATE planned_calls SET pi = 1")) {
            try (Connection connection = pages.database().dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("not changed once it is made");
            }
        }
    }

    @Test
    void weeksThatCannotBePlannedAreNamed() throws Exception {
        assertThat(pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-13").statusCode())
                .isEqualTo(400);
        assertThat(pages.post("/plan", "week", "2026-10-19").statusCode()).isEqualTo(400);
        assertThat(pages.post("/plan", "week", "2026-09-07").body()).contains("Отбирать не из чего");
    }

    @Test
    void aFreedSeatIsTakenBySomebodyElseAndTheCallIsClosedToHim() throws Exception {
        // Given
        pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK);
        String call = pages.page("/plan").select("[data-planned]").attr("data-planned");

        // When
        pages.post("/plan/free", "week", WEEK, "call", call, "seat", "first");
        boolean open = pages.as(Role.CONTROLLER)
                        .page("/review")
                        .select("[data-free=" + call + "]")
                        .size()
                == 1;
        int taken = pages.post("/review/" + call + "/take").statusCode();
        int twice = pages.post("/review/" + call + "/take").statusCode();

        // Then
        assertThat(open).isTrue();
        assertThat(List.of(taken, twice)).containsExactly(303, 409);
        assertThat(pages.get("/api/calls/" + call).statusCode()).isEqualTo(409);
    }

    @Test
    void whoHasReadACallIsNotAskedToScoreItBlind() throws Exception {
        // Given
        List<String> all = pages.as(Role.CONTROLLER).json("/api/calls").findValuesAsText("callId");
        for (String call : all) {
            pages.get("/api/calls/" + call);
        }

        // When
        pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK);

        // Then
        Document mine = pages.as(Role.CONTROLLER).page("/review");
        assertThat(all).isNotEmpty();
        assertThat(mine.select("[data-seat]").eachAttr("data-seat")).doesNotContainAnyElementsOf(all);
        assertThat(mine.select("[data-free]").eachAttr("data-free")).doesNotContainAnyElementsOf(all);
    }

    @Test
    void whatTwoDifferOnIsDecidedWithoutSayingWhoSaidWhat() throws Exception {
        // Given
        pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK);
        String call =
                pages.page("/plan").select("[data-planned]:has(.seat + .seat)").attr("data-planned");
        String first = review(call, Role.CONTROLLER, "met");
        assertThat(first).isEqualTo("303");
        otherReview(call);

        // When
        Document list = pages.as(Role.SUPERVISOR).page("/disputes");
        Document form = pages.page("/disputes/" + call);
        List<String> fields = Scored.decision(form);
        int decided =
                pages.post("/disputes/" + call, fields.toArray(String[]::new)).statusCode();
        int again =
                pages.post("/disputes/" + call, fields.toArray(String[]::new)).statusCode();

        // Then
        assertThat(list.select("[data-dispute]").eachAttr("data-dispute")).containsExactly(call);
        assertThat(form.select("form fieldset")).hasSizeGreaterThan(10);
        assertThat(form.select("main").text()).doesNotContain("controller", "second-controller");
        assertThat(form.select("[data-mark], [data-rule], [data-signal]")).isEmpty();
        assertThat(List.of(decided, again)).containsExactly(303, 409);
    }

    private String review(String call, Role role, String answer) throws Exception {
        Document form = pages.as(role).page("/review/" + call);
        return ""
                + pages.post("/review/" + call, Scored.with(form, answer).toArray(String[]::new))
                        .statusCode();
    }

    /** The second seat was free, as there was one controller: another one takes it. */
    private void otherReview(String call) throws Exception {
        pages.asNewcomer(Role.CONTROLLER, "second-controller");
        assertThat(pages.post("/review/" + call + "/take").statusCode()).isEqualTo(303);
        Document form = pages.page("/review/" + call);
        assertThat(form.text()).doesNotContain("Имя controller");
        assertThat(pages.post("/review/" + call, Scored.with(form, "not-met").toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
    }
}
