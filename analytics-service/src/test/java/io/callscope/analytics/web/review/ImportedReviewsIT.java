package io.callscope.analytics.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.review.JdbiReviewOutbox;
import io.callscope.analytics.review.ReviewPublisher;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.kit.topic.Topics;
import io.callscope.model.review.CallReviewed;
import io.callscope.model.review.ReviewedItem;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/reviews}, and the event of what it stores. */
class ImportedReviewsIT {
    private static final String GOOD = """
            {"callId":"call-0","reviewer":"Иванова","day":"2026-10-05","scorecard":"service","comment":"громко",
             "answers":[{"item":"greeting","answer":"met"},{"subject":"force","item":"certainty","answer":"yes","severity":2}]}
            """;

    private TestPages pages;

    @BeforeEach
    void start() {
        pages = TestPages.seeded();
        pages.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return pages.sendBody("POST", "/api/reviews", body);
    }

    private long stored() {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM reviews")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void keepsAReviewOnceAndPublishesItOnce() throws Exception {
        // When
        HttpResponse<String> first = post(GOOD);
        HttpResponse<String> again = post(GOOD);
        HttpResponse<String> other = post(GOOD.replace("\"met\"", "\"not-met\""));

        // Then
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"unchanged\":1");
        assertThat(other.body()).contains("\"changed\":1");
        assertThat(stored()).isEqualTo(2);

        // Then: on the call's page stands what he thinks now
        Document page = pages.page("/calls/call-0?lang=ru");
        assertThat(page.select("#imported details")).hasSize(1);
        assertThat(page.select("#imported summary").text()).contains("выполнено");
        assertThat(page.select("#imported .answer-not-met")).isNotEmpty();

        // When
        BlockingQueue<CallReviewed> events = new LinkedBlockingQueue<>();
        try (ReviewPublisher publisher = new ReviewPublisher(
                new JdbiReviewOutbox(pages.database().dataSource()),
                (topic, callId, event) -> {
                    assertThat(topic).isEqualTo(Topics.REVIEWED);
                    events.add((CallReviewed) event);
                },
                Clock.systemUTC())) {
            publisher.start(Duration.ZERO, Duration.ofMillis(100));
            CallReviewed one = events.poll(20, TimeUnit.SECONDS);
            CallReviewed two = events.poll(20, TimeUnit.SECONDS);

            // Then
            assertThat(one).isNotNull();
            assertThat(two).isNotNull();
            assertThat(one.callId().value()).isEqualTo("call-0");
            assertThat(one.seat()).isEqualTo("import");
            assertThat(one.inclusion()).isNull();
            assertThat(one.blind()).isFalse();
            assertThat(one.answers())
                    .containsExactly(
                            new ReviewedItem("criterion", "greeting", "met", null),
                            new ReviewedItem("force", "certainty", "yes", 2));
            assertThat(two.replaces()).isEqualTo(one.reviewId());
            assertThat(events.poll(500, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "call-0"      | "no-such-call" | callId
            "service"     | "mine"         | scorecard
            "day"         | "scorecardVersion":"old","day" | scorecardVersion
            "greeting"    | "grreting"     | answers[0]
            "met"         | "11"           | answers[0]
            "severity":2  | "severity":4   | answers[1]
            "Иванова"     | ""             | reviewer
            "2026-10-05"  | "soon"         | day
            "comment"     | "coment"       | coment
            """, quoteCharacter = '`')
    void namesWhatIsWrongAndKeepsNothing(String from, String to, String named) throws Exception {
        // When
        HttpResponse<String> refused = post(GOOD.replace(from, to));

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(named);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesWhatIsNoReview() throws Exception {
        // Then
        for (String body : new String[] {"", "null", "[1]", "{", "{}"}) {
            assertThat(post(body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(stored()).isZero();
    }
}
