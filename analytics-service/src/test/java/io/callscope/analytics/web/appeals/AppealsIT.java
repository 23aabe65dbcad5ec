package io.callscope.analytics.web.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.review.Scored;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A team objects to a score, and somebody decides who knows neither it nor the machine's. */
class AppealsIT {
    private static final String REASON = "Оператор поздоровался, а поставили нарушение";

    private TestPages pages;
    private String call;
    private String review;

    @BeforeEach
    void reviewed() throws Exception {
        pages = TestPages.seeded().strangers();
        pages.clock().pass(Duration.ofDays(5));
        pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-12");
        call = pages.as(Role.CONTROLLER).page("/review").select("[data-seat]").attr("data-seat");
        Document form = pages.page("/review/" + call);
        assertThat(pages.post("/review/" + call, Scored.with(form, "not-met").toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
        review = pages.as(Role.SUPERVISOR)
                .page("/appeals")
                .select("[data-review]")
                .attr("data-review");
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private HttpResponse<String> file(String criterion) throws Exception {
        return pages.as(Role.SUPERVISOR)
                .post("/appeals", "review", review, "criterion", criterion, "reason", REASON, "at", "0:05");
    }

    private String filed(String criterion) throws Exception {
        String address = file(criterion).headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String problem(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void theDecisionStandsBesideTheFirstScoreAndIsMadeByAnother() throws Exception {
        // Given
        String number = filed("greeting");

        // When
        pages.asNewcomer(Role.CONTROLLER, "second-controller");
        int taken = pages.post("/appeals/" + number + "/take").statusCode();
        Document form = pages.page("/appeals/" + number);
        int decided = pages.post("/appeals/" + number + "/decision", "answer", "met", "comment", "Поздоровался на 0:05")
                .statusCode();
        Document shown = pages.as(Role.SUPERVISOR).page("/appeals/" + number);
        JsonNode all = pages.json("/api/appeals");

        // Then
        assertThat(List.of(taken, decided)).containsExactly(303, 303);
        assertThat(form.select("#review-form input[name=answer]")).hasSize(3);
        assertThat(shown.select("[data-first]").text()).isEqualTo("нет");
        assertThat(shown.select("[data-decided]").text()).isEqualTo("да");
        assertThat(shown.text()).contains(REASON, "second-controller");
        // everything failed, the greeting is met now, and critical failures still make the total 0
        JsonNode totals = pages.json("/api/appeals/" + number).at("/scores/totals");
        assertThat(totals.at("/before/total").asDouble(-1)).isZero();
        assertThat(totals.at("/before/withoutCritical").asDouble(-1)).isZero();
        assertThat(totals.at("/after/total").asDouble(-1)).isZero();
        assertThat(totals.at("/after/withoutCritical").asDouble(-1)).isPositive();
        assertThat(shown.select("[data-totals]").text()).startsWith("было 0,0 → стало 0,0 (без критичных нарушений");
        assertThat(all.at("/criteria/0/criterion").asText()).isEqualTo("greeting");
        assertThat(all.at("/criteria/0/changed").asInt()).isEqualTo(1);
        assertThat(answerOfTheReview("greeting")).isEqualTo("not-met");
        assertThat(pages.as(Role.OPS).json("/api/audit?action=appeal-decided").toString())
                .contains("second-controller", call);
    }

    private String answerOfTheReview(String criterion) throws Exception {
        for (JsonNode answer :
                pages.as(Role.SUPERVISOR).json("/api/appeals/reviews/" + review).get("answers")) {
            if (answer.get("criterion").asText().equals(criterion)) {
                return answer.get("answer").asText();
            }
        }
        return "";
    }

    /** Every address that somebody who decides may read, with what it is about in the place of every parameter. */
    private Stream<String> addresses(String number) {
        return pages.routes().stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> route.path()
                        .replace("{id}", call)
                        .replace("{number}", number)
                        .replaceAll("\\{[a-z]+}", "1"))
                .filter(path -> !path.startsWith("/assets/") && !path.contains("/audio"));
    }

    @Test
    void noAddressTellsWhoeverDecidesTheFirstScoreTheMachinesOrTheWords() throws Exception {
        // Given
        String number = filed("greeting");
        List<String> told = new ArrayList<>();
        List<String> addresses = addresses(number).toList();
        for (Role role : List.of(Role.CONTROLLER, Role.HEAD)) {
            pages.asNewcomer(role, "decides-" + role.id());
            assertThat(pages.post("/appeals/" + number + "/take").statusCode()).isEqualTo(303);

            // When
            for (String address : addresses) {
                HttpResponse<String> answer = pages.get(address);
                // a page that breaks tells nothing, and is no proof that it would not
                assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
                boolean ofTheCall = answer.body().contains(call) || address.startsWith("/appeals/" + number);
                if (answer.statusCode() == 200
                        && ofTheCall
                        && Stream.of(
                                        REASON,
                                        "not-met",
                                        "data-first",
                                        "data-mark=\"",
                                        "data-rule=\"",
                                        "data-criterion=\"")
                                // the form offers every answer, and checks none
                                .filter(word -> !word.equals("not-met") || !address.equals("/appeals/" + number))
                                .anyMatch(answer.body()::contains)) {
                    told.add(role + " " + address);
                }
            }
            Document form = pages.page("/appeals/" + number);
            assertThat(form.select("input[name=answer][checked]")).isEmpty();
            assertThat(pages.json("/api/appeals/" + number).has("scores")).isFalse();
            assertThat(pages.get("/api/calls/" + call).statusCode()).isEqualTo(409);
            assertThat(pages.bytes("/api/calls/" + call + "/audio").statusCode())
                    .isEqualTo(200);
            assertThat(pages.post("/appeals/" + number + "/release").statusCode())
                    .isEqualTo(303);
        }

        // Then
        assertThat(addresses).hasSizeGreaterThan(30);
        assertThat(told).isEmpty();
    }

    @Test
    void whoScoredFiledOrReadTheCallDoesNotDecide() throws Exception {
        // Given
        String number = filed("greeting");

        // When, Then
        assertThat(problem(pages.as(Role.CONTROLLER).post("/api/appeals/" + number + "/take")))
                .startsWith("409")
                .contains("appeal-not-impartial");
        assertThat(problem(pages.as(Role.SUPERVISOR).post("/api/appeals/" + number + "/take")))
                .startsWith("409")
                .contains("appeal-not-impartial");
        pages.as(Role.HEAD).get("/api/calls/" + call);
        assertThat(problem(pages.post("/api/appeals/" + number + "/take")))
                .startsWith("409")
                .contains("appeal-not-impartial");
    }

    @Test
    void whatCannotBeFiledIsNamed() throws Exception {
        // Given
        filed("greeting");

        // When, Then
        assertThat(problem(api(review, "greeting", REASON))).startsWith("409").contains("appeal-exists");
        assertThat(problem(api(review, "sings-well", REASON)))
                .startsWith("404")
                .contains("unknown-criterion", "sings-well");
        assertThat(problem(api("987654", "greeting", REASON))).startsWith("404").contains("unknown-review", "987654");
        assertThat(problem(api(review, "needs", " "))).startsWith("400").contains("reason of 0 characters");
    }

    private HttpResponse<String> api(String number, String criterion, String reason) throws Exception {
        return pages.as(Role.SUPERVISOR)
                .sendBody(
                        "POST",
                        "/api/appeals",
                        "{\"review\":%s,\"criterion\":\"%s\",\"reason\":\"%s\"}".formatted(number, criterion, reason));
    }

    @Test
    void afterTheTermNothingIsFiledAndNothingDecided() throws Exception {
        // Given
        String number = filed("greeting");
        String other = criteria().stream()
                .filter(one -> !one.equals("greeting"))
                .findFirst()
                .orElseThrow();
        pages.asNewcomer(Role.CONTROLLER, "second-controller");
        pages.post("/appeals/" + number + "/take");

        // When
        pages.clock().pass(Duration.ofDays(8));
        pages.as(Role.SUPERVISOR);
        HttpResponse<String> late = api(review, other, REASON);
        pages.asNewcomer(Role.CONTROLLER, "third-controller");
        HttpResponse<String> tooLate = pages.post("/api/appeals/" + number + "/take");
        Document shown = pages.as(Role.SUPERVISOR).page("/appeals/" + number);

        // Then
        assertThat(problem(late)).startsWith("409").contains("appeal-late");
        assertThat(problem(tooLate)).startsWith("409").contains("appeal-expired");
        assertThat(shown.select("[data-first]").text()).isEqualTo("нет");
        assertThat(shown.select("[data-decided]").text()).isEqualTo("не принято");
        assertThat(pages.json("/api/appeals").at("/criteria/0/expired").asInt()).isEqualTo(1);
    }

    private List<String> criteria() throws Exception {
        return pages.as(Role.SUPERVISOR)
                .json("/api/appeals/reviews/" + review)
                .get("answers")
                .findValuesAsText("criterion");
    }

    @Test
    void nobodyObjectsToAReviewOfHisOwn() throws Exception {
        // Given
        sql("UPDATE reviews SET reviewer = 'supervisor' WHERE review_id = " + review);

        // When, Then
        assertThat(problem(api(review, "greeting", REASON))).startsWith("409").contains("appeal-own-review");
    }

    @Test
    void aDecisionIsNotChanged() throws Exception {
        // Given
        String number = filed("greeting");
        pages.asNewcomer(Role.CONTROLLER, "second-controller");
        pages.post("/appeals/" + number + "/take");
        pages.sendBody("POST", "/api/appeals/" + number + "/decision", "{\"answer\":\"met\"}");

        // When
        HttpResponse<String> again =
                pages.sendBody("POST", "/api/appeals/" + number + "/decision", "{\"answer\":\"not-met\"}");
        HttpResponse<String> unscored =
                pages.sendBody("POST", "/api/appeals/" + number + "/decision", "{\"answer\":\"unscored\"}");

        // Then
        assertThat(problem(again)).startsWith("409").contains("appeal-decided");
        assertThat(problem(unscored)).startsWith("400").contains("met, not-met, not-applicable");
        assertThat(catchThrowable(() -> sql("UPDATE appeals SET decided_answer = 'not-met'")))
                .hasMessageContaining("decided once");
    }

    @Test
    void anotherTeamSeesNothing() throws Exception {
        // Given
        String number = filed("greeting");

        // When
        TestPages others = pages.as(Role.SUPERVISOR, "another team");

        // Then
        assertThat(others.get("/api/appeals/" + number).statusCode()).isEqualTo(404);
        assertThat(others.get("/api/appeals/reviews/" + review).statusCode()).isEqualTo(404);
        assertThat(others.json("/api/appeals").at("/appeals").size()).isZero();
        assertThat(others.json("/api/appeals").at("/criteria").size()).isZero();
    }

    private void sql(String change) throws Exception {
        try (Connection connection = pages.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
