package io.callscope.analytics.review.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.review.Scored;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A planned call beside its customer's others. */
class PairReviewIT {
    private TestPages pages;
    private String call;

    @BeforeEach
    void planned() throws Exception {
        pages = TestPages.seeded();
        pages.clock().pass(Duration.ofDays(5));
        pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-12");
        call = value("""
                SELECT t.call_id FROM review_seats t JOIN calls c USING (call_id)
                WHERE t.reviewer = 'controller' AND t.seat = 'first' AND EXISTS (SELECT 1 FROM calls o
                    WHERE o.customer_key = c.customer_key AND o.started_at < c.started_at
                    AND o.transcript_hash IS NOT NULL)
                ORDER BY t.call_id LIMIT 1""");
        pages.as(Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private String value(String sql) throws Exception {
        try (Connection connection = pages.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return String.valueOf(row.getString(1));
        }
    }

    private HttpResponse<String> give(String... fields) throws Exception {
        return pages.post("/review/" + call + "/pairs", fields);
    }

    private Document pairs() throws Exception {
        return pages.page("/review/" + call + "/pairs");
    }

    private void submitReview() throws Exception {
        Document form = pages.page("/review/" + call);
        assertThat(pages.post("/review/" + call, Scored.allWell(form).toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void otherCallsAreShownWithoutMarksAndTheAnswerIsKeptOnce() throws Exception {
        // Given
        boolean asked = !pages.page("/review/" + call).select("#ask-pairs").isEmpty();
        Document form = pairs();
        List<String> earlier = form.select("[data-earlier]").eachAttr("data-earlier");
        String cause = form.select("select[name=cause] option[value]:not([value=''])")
                .first()
                .attr("value");

        // When
        int kept = give("repeats", "yes", "of", earlier.get(0), "cause", cause).statusCode();
        int again = give("repeats", "no").statusCode();

        // Then
        assertThat(asked).isTrue();
        assertThat(form.select("[data-mark], [data-rule], [data-signal], .heard-mark, .heard-flag, .heard-repeat"))
                .isEmpty();
        assertThat(List.of(kept, again)).containsExactly(303, 409);
        assertThat(value("SELECT concat_ws(' ', seat, blind, repeats, of_call, cause) FROM pair_reviews"))
                .isEqualTo("first t t %s %s".formatted(earlier.get(0), cause));
        assertThat(pages.page("/review/" + call).select("#ask-pairs")).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsNamed() throws Exception {
        assertThat(give().body()).contains("repeats", "yes, no");
        assertThat(give("repeats", "yes", "of", "call-from-elsewhere").body()).contains("call-from-elsewhere");
        assertThat(give("repeats", "yes", "cause", "bad-weather").body()).contains("bad-weather");
        assertThat(value("SELECT count(*) FROM pair_reviews")).isEqualTo("0");
    }

    @Test
    void afterTheReviewNobodyComparesAnyMore() throws Exception {
        // Given
        submitReview();

        // When, Then
        assertThat(pages.get("/review/" + call + "/pairs").statusCode()).isEqualTo(409);
        assertThat(give("repeats", "no").statusCode()).isEqualTo(409);
    }

    @Test
    void linksAreAnItemOfTheAccuracyReport() throws Exception {
        // Given
        makeEvidence();
        boolean before = links(pages.as(Role.SUPERVISOR).json("/api/accuracy")) != null;
        pages.as(Role.CONTROLLER);
        give("repeats", "no");
        submitReview();

        // When
        JsonNode link = links(pages.as(Role.SUPERVISOR).json("/api/accuracy"));
        Document page = pages.page("/accuracy");

        // Then
        assertThat(before).isFalse();
        assertThat(link).isNotNull();
        assertThat(page.text()).contains("Найден звонок, который повторяется");
    }

    /** The role is drawn by lot, and a plan is not changed: the table is told otherwise for once. */
    private void makeEvidence() throws Exception {
        try (Connection connection = pages.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE planned_calls DISABLE TRIGGER planned_calls_rows_stay");
            statement.execute("UPDATE planned_calls SET role = 'evaluation'");
            statement.execute("ALTER TABLE planned_calls ENABLE TRIGGER planned_calls_rows_stay");
        }
    }

    private static @Nullable JsonNode links(JsonNode report) {
        for (JsonNode row : report.get("items")) {
            if (row.at("/item/kind").asText().equalsIgnoreCase("link")) {
                return row;
            }
        }
        return null;
    }
}
