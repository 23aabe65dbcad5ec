package io.callscope.analytics.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a controller could learn of the calls that the question about a planned one puts before him. */
class PairClosedIT {
    /** A call of his that is not scored yet, and one before it that nobody has a seat at and the machine heard much in. */
    private static final String PAIR = """
            SELECT t.call_id || ' ' || o.call_id FROM review_seats t JOIN calls c ON c.call_id = t.call_id
            JOIN calls o ON o.listed_at < c.listed_at AND o.listed_at > c.listed_at - interval '6 days'
            WHERE t.reviewer = 'controller' AND o.contact_reason = 'refund' AND o.verdict = 'judged'
                AND o.transcript_hash IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM review_seats s WHERE s.call_id = o.call_id AND s.reviewer = 'controller')
            ORDER BY o.listed_at DESC, t.call_id LIMIT 1
            """;

    private TestPages pages;
    private String planned;
    private String other;

    @BeforeEach
    void asked() throws Exception {
        pages = TestPages.withQueue().strangers();
        pages.clock().pass(Duration.ofDays(5));
        assertThat(pages.as(Role.SUPERVISOR).post("/plan", "week", "2026-10-12").statusCode())
                .isEqualTo(303);
        String[] pair = value(PAIR).split(" ");
        planned = pair[0];
        other = pair[1];
        pages.sameCustomer(planned, other);
        pages.as(Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private Jdbi jdbi() {
        return Jdbi.create(pages.database().dataSource());
    }

    private String value(String sql) {
        return jdbi().withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private HttpResponse<String> answer(String call, String... fields) throws Exception {
        return pages.post("/review/" + call + "/pairs", fields);
    }

    private void submit(String call) throws Exception {
        String[] fields = Scored.allWell(pages.page("/review/" + call)).toArray(String[]::new);
        assertThat(pages.post("/review/" + call, fields).statusCode()).isEqualTo(303);
    }

    /** Every address that a controller may read, with the other call in the place of every parameter. */
    private Stream<String> addresses() {
        return pages.routes().stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> route.path().replace("{id}", other).replaceAll("\\{[a-z]+}", "1"))
                .filter(path -> !path.startsWith("/assets/") && !path.contains("/audio"))
                .flatMap(path -> path.equals("/api/calls") || path.equals("/calls") || path.endsWith("/queue")
                        ? Stream.of(path, path + "?tab=all", path + "?text=%D0%B4%D0%B5%D0%BD%D1%8C%D0%B3%D0%B8")
                        : Stream.of(path));
    }

    /** Addresses whose answer names the other call. */
    private List<String> told() {
        Pattern name = Pattern.compile("\\b" + other + "\\b");
        return addresses()
                .filter(address -> {
                    try {
                        HttpResponse<String> answer = pages.get(address);
                        assertThat(answer.statusCode()).as(address).isLessThan(500);
                        return answer.statusCode() == 200
                                && name.matcher(answer.body()).find();
                    } catch (Exception failed) {
                        throw new AssertionError(address, failed);
                    }
                })
                .toList();
    }

    private List<Integer> statuses(String call) throws Exception {
        return List.of(
                pages.get("/api/calls/" + call).statusCode(),
                pages.get("/api/calls/" + call + "/vcon").statusCode(),
                pages.get("/api/calls/" + call + "/analyses").statusCode());
    }

    @Test
    void noAddressTellsWhatTheMachineSaysOfTheOthersUntilHeHasAnswered() throws Exception {
        // When
        List<String> before = told();
        HttpResponse<String> page = pages.get("/calls/" + other);
        List<Integer> refused = statuses(other);
        int heard = pages.get("/api/calls/" + other + "/audio/state").statusCode();
        Document question = pages.page("/review/" + planned + "/pairs");
        answer(planned, "repeats", "no");
        List<String> after = told();

        // Then
        assertThat(before).isEmpty();
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/review/" + planned + "/pairs");
        assertThat(refused).containsOnly(409);
        assertThat(heard).isEqualTo(200);
        assertThat(question.select("[data-earlier]").eachAttr("data-earlier")).containsExactly(other);
        assertThat(question.select("[data-earlier] q, [data-earlier] p, [data-earlier] li"))
                .isNotEmpty();
        assertThat(question.select("[data-mark], [data-rule], [data-signal], .heard-mark, .heard-flag, .heard-repeat"))
                .isEmpty();
        assertThat(after).contains("/calls/" + other, "/api/calls/" + other, "/api/calls?tab=all");
        assertThat(value("SELECT blind FROM pair_reviews")).isEqualTo("t");
        assertThat(pages.as(Role.OPS).json("/api/audit?action=blind-refused").toString())
                .contains("controller", other, "/vcon");
    }

    @Test
    void theReviewOpensThemTooAndNobodyElseIsKeptOut() throws Exception {
        // Given
        int colleague = pages.asNewcomer(Role.CONTROLLER, "colleague")
                .get("/api/calls/" + other)
                .statusCode();
        pages.as(Role.CONTROLLER);

        // When
        List<Integer> before = statuses(other);
        submit(planned);

        // Then
        assertThat(colleague).isEqualTo(200);
        assertThat(before).containsOnly(409);
        assertThat(statuses(other)).doesNotContain(409);
        assertThat(pages.get("/calls/" + other).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHadSeenTheMarksOfOneShownDoesNotAnswerBlind() throws Exception {
        // Given: he had read it before it became a matter of a question
        pages.sameCustomer(planned);
        pages.strangers();
        assertThat(pages.get("/api/calls/" + other).statusCode()).isEqualTo(200);
        pages.sameCustomer(planned, other);

        // When
        int kept = answer(planned, "repeats", "yes", "of", other).statusCode();

        // Then
        assertThat(kept).isEqualTo(303);
        assertThat(value("SELECT blind FROM pair_reviews")).isEqualTo("f");
    }

    @Test
    void whatTheMachineSaysOfAReviewedCallWaitsForTheQuestionThatShowsIt() throws Exception {
        // Given: two planned calls of one customer, both his
        String[] two = value("""
                SELECT string_agg(call_id, ' ') FROM (SELECT t.call_id FROM review_seats t JOIN calls c USING (call_id)
                WHERE t.reviewer = 'controller' AND c.transcript_hash IS NOT NULL ORDER BY t.call_id LIMIT 2) s""").split(" ");
        pages.strangers();
        pages.sameCustomer(two);
        submit(two[0]);

        // When
        Document waits = pages.page("/review/" + two[0]);
        int change =
                pages.post("/review/" + two[0] + "/change", "c.greeting", "met").statusCode();
        List<Integer> refused = statuses(two[0]);
        answer(two[1], "repeats", "no");
        Document compared = pages.page("/review/" + two[0]);

        // Then
        assertThat(waits.select("#review-waits a").attr("href")).isEqualTo("/review/" + two[1] + "/pairs");
        assertThat(waits.select("#compared-rows")).isEmpty();
        assertThat(change).isEqualTo(409);
        assertThat(refused).containsOnly(409);
        assertThat(compared.select("#compared-rows tbody tr")).isNotEmpty();
        assertThat(value("SELECT blind FROM pair_reviews")).isEqualTo("t");
    }
}
