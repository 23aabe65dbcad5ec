package io.callscope.analytics.llm.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.endpoint.OpenAiEndpoint;
import io.callscope.analytics.llm.script.Reply;
import io.callscope.analytics.llm.script.Reply.How;
import io.callscope.analytics.llm.script.ScriptedEndpoint;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which an endpoint misbehaves: what becomes of the question, and how many requests it costs. */
class LlmFaultsIT {
    private static final int ATTEMPTS = 3;
    private static final String WORDS = "the caller's own words";
    private static final List<String> TABLE = new ArrayList<>();

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Fault, the reply to every request, what it ends as ("away" waits for the endpoint), requests it may cost. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("429 with Retry-After", Reply.of(429, "{}").with("Retry-After", "2"), "away", ATTEMPTS),
                Arguments.of("500", Reply.of(500, "{\"error\":{\"message\":\"" + WORDS + "\"}}"), "away", ATTEMPTS),
                Arguments.of("503", Reply.of(503, "busy"), "away", ATTEMPTS),
                Arguments.of("hang", Reply.none(How.HANGING), "away", ATTEMPTS),
                Arguments.of("slow drip", Reply.answer("{\"ok\":true}").sent(How.DRIPPING), "away", ATTEMPTS),
                Arguments.of("connection reset", Reply.none(How.RESET), "away", ATTEMPTS),
                Arguments.of("HTML with 200", Reply.of(200, "<html>" + WORDS + "</html>"), "away", ATTEMPTS),
                Arguments.of("another JSON with 200", Reply.of(200, "{\"status\":\"ok\"}"), "away", ATTEMPTS),
                Arguments.of("redirect", Reply.of(302, "").with("Location", "http://example.com/"), "away", ATTEMPTS),
                Arguments.of("wrong key", Reply.of(401, "{\"error\":{\"message\":\"no\"}}"), "away", 1),
                Arguments.of("cut off", Reply.answer("{\"ok\":", "length"), "cut-off", 1),
                Arguments.of("empty", Reply.answer(""), "empty", 1),
                Arguments.of("refusal", Reply.refusal(), "refused", 1),
                Arguments.of("filter", Reply.answer("{}", "content_filter"), "refused", 1),
                Arguments.of(
                        "bad request", Reply.of(400, "{\"error\":{\"message\":\"" + WORDS + "\"}}"), "bad-request", 1),
                Arguments.of(
                        "too long",
                        Reply.of(400, "{\"error\":{\"message\":\"maximum context length is 8192\"}}"),
                        "too-long",
                        1),
                // what these say is for the reader of answers: it repairs once, then the call is parked
                Arguments.of("garbage", Reply.answer("once upon a time"), "answered", 1),
                Arguments.of("wrong schema", Reply.answer("{\"other\":1}"), "answered", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void endsAsItShouldAndCostsNoMore(String fault, Reply reply, String end, int most) throws Exception {
        // Given an endpoint that takes schemas and then fails
        try (ScriptedEndpoint endpoint =
                ScriptedEndpoint.start((number, body) -> number == 1 ? Reply.answer("{\"ok\":true}") : reply)) {
            PoliteModel model = model(endpoint);

            // When
            Outcome outcome = ask(model);

            // Then
            int requests = endpoint.requests() - 1;
            TABLE.add(String.format(Locale.ROOT, "%-22s %-12s %d of %d", fault, outcome.end(), requests, most));
            assertThat(outcome.end()).isEqualTo(end);
            assertThat(requests).isEqualTo(most);
            assertThat(outcome.said()).doesNotContain(WORDS);
        }
    }

    @Test
    void waitsAsLongAsItIsAsked() throws Exception {
        // Given
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> switch (number) {
            case 2 -> Reply.of(429, "{}").with("Retry-After", "7");
            default -> Reply.answer("{\"ok\":true}");
        })) {
            // When
            Outcome outcome = ask(model(endpoint));

            // Then
            assertThat(outcome.end()).isEqualTo("answered");
            assertThat(outcome.answer()).isNotNull();
            assertThat(outcome.answer().paidRequests()).isEqualTo(2);
            assertThat(outcome.answer().usage().cachedInput()).isEqualTo(600);
            assertThat(waits)
                    .singleElement()
                    .satisfies(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
        }
    }

    @Test
    void leavesAnEndpointThatKeepsFailingAloneAndComesBackByItself() throws Exception {
        // Given
        boolean[] down = {true};
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start(
                (number, body) -> number > 1 && down[0] ? Reply.of(503, "") : Reply.answer("{\"ok\":true}"))) {
            PoliteModel model = new PoliteModel(
                    new OpenAiEndpoint(config(endpoint), Clock.systemUTC()),
                    config(endpoint),
                    Purse.OPEN,
                    meters,
                    Duration.ofMillis(200),
                    waits::add);

            // When it is down for many questions
            for (int i = 0; i < 50; i++) {
                assertThat(ask(model).end()).isEqualTo("away");
            }
            int whileDown = endpoint.requests() - 1;
            boolean rested = model.state() == CircuitBreaker.State.OPEN;
            boolean healthy = model.health().isUp();
            down[0] = false;
            Thread.sleep(300);
            Outcome after = ask(model);

            // Then few of them were sent, and the first one after the rest is answered
            TABLE.add(String.format(Locale.ROOT, "%-22s %-12s %d for 50 questions", "down", "away", whileDown));
            assertThat(rested).isTrue();
            assertThat(healthy).isFalse();
            assertThat(whileDown).isLessThan(15);
            assertThat(after.end()).isEqualTo("answered");
            assertThat(model.health().isUp()).isTrue();
        }
    }

    @Test
    void neverAsksMoreAtOnceThanConfigured() throws Exception {
        // Given
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start(
                (number, body) -> Reply.answer("{\"ok\":true}").after(Duration.ofMillis(20)))) {
            PoliteModel model = model(endpoint);
            List<Thread> threads = new ArrayList<>();

            // When
            for (int i = 0; i < 24; i++) {
                Thread thread = new Thread(() -> catchThrowable(() -> model.ask(question())));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }

            // Then
            assertThat(endpoint.requests()).isEqualTo(25);
            assertThat(endpoint.mostAtOnce()).isBetween(2, 4);
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        // Given
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start(
                (number, body) -> number == 1 ? Reply.answer("{\"ok\":true}") : Reply.none(How.HANGING))) {
            PoliteModel model = model(endpoint);
            Throwable[] thrown = new Throwable[1];
            Thread thread = new Thread(() -> thrown[0] = catchThrowable(() -> model.ask(question())));

            // When
            thread.start();
            while (endpoint.requests() < 2) {
                Thread.sleep(10);
            }
            thread.interrupt();
            thread.join();

            // Then
            assertThat(thrown[0]).isInstanceOf(InterruptedException.class);
        }
    }

    @AfterAll
    static void printTheTable() {
        TABLE.forEach(System.out::println);
    }

    private record Outcome(
            String end, String said, @Nullable Answer answer) {}

    private static Outcome ask(PoliteModel model) throws InterruptedException {
        try {
            Answer answer = model.ask(question());
            return new Outcome("answered", answer.toString(), answer);
        } catch (LlmFailedException e) {
            LlmFailure failure = e.failure();
            return new Outcome(failure.id(), e.toString(), null);
        } catch (RetryableException e) {
            return new Outcome("away", e + " " + e.getCause(), null);
        }
    }

    private PoliteModel model(ScriptedEndpoint endpoint) {
        LlmConfig config = config(endpoint);
        return new PoliteModel(
                new OpenAiEndpoint(config, Clock.systemUTC()),
                config,
                Purse.OPEN,
                meters,
                Duration.ofMinutes(1),
                waits::add);
    }

    private static LlmConfig config(ScriptedEndpoint endpoint) {
        return new LlmConfig(
                endpoint.baseUrl(),
                "scripted",
                null,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                ATTEMPTS,
                4,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Question question() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        return new Question(new CallId("c-1"), "0", "reason", "0", "system", WORDS, "why?", schema, 100);
    }
}
