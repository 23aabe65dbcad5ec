package io.callscope.analytics.llm.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.budget.Charge;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.endpoint.OpenAiEndpoint;
import io.callscope.analytics.llm.script.Reply;
import io.callscope.analytics.llm.script.Reply.How;
import io.callscope.analytics.llm.script.ScriptedEndpoint;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is charged for each request, whatever the endpoint makes of it. */
class ChargedRequestsIT {
    private static final String PROBED = "{\"ok\":true}";

    private final RecordingPurse purse = new RecordingPurse();

    /** The first reply, what is charged for it; the second request is answered where there is one. */
    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(Reply.answer(PROBED), List.of("1050")),
                Arguments.of(Reply.of(429, "{}"), List.of("free", "1050")),
                Arguments.of(Reply.of(503, ""), List.of("free", "1050")),
                Arguments.of(Reply.of(500, ""), List.of("free", "1050")),
                Arguments.of(Reply.none(How.RESET), List.of("all", "1050")),
                Arguments.of(Reply.none(How.HANGING), List.of("all", "1050")),
                Arguments.of(Reply.answer(PROBED).sent(How.DRIPPING), List.of("all", "1050")),
                Arguments.of(Reply.of(200, "<html>"), List.of("all", "1050")),
                Arguments.of(Reply.of(400, "{}"), List.of("free")),
                Arguments.of(Reply.answer("{", "length"), List.of("failed 1050")),
                Arguments.of(Reply.answer(""), List.of("failed 1050")));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyAttemptIsChargedForItself(Reply reply, List<String> charged) throws Exception {
        // Given
        try (ScriptedEndpoint endpoint =
                ScriptedEndpoint.start((number, body) -> number == 2 ? reply : Reply.answer(PROBED))) {
            PoliteModel model = model(endpoint);

            // When
            catchThrowable(() -> model.ask(question()));

            // Then
            assertThat(purse.charged).isEqualTo(charged);
        }
    }

    @Test
    void nothingIsSentOverTheBudgetAndTheEndpointIsNotHeldForAway() throws Exception {
        // Given
        purse.refusal = new LlmFailedException(LlmFailure.DAY_BUDGET, "task contact: no");
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> Reply.answer(PROBED))) {
            PoliteModel model = model(endpoint);

            // When
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowable(() -> model.ask(question()))).isSameAs(purse.refusal);
            }
            purse.refusal = new RetryableException("the book is away", null);
            for (int i = 0; i < 20; i++) {
                assertThat(catchThrowable(() -> model.ask(question()))).isSameAs(purse.refusal);
            }
            int requests = endpoint.requests();
            purse.refusal = null;
            model.ask(question());

            // Then
            assertThat(requests).isZero();
            assertThat(purse.charged).containsExactly("1050");
        }
    }

    @Test
    void anEndpointThatNobodyListensAtCostsNothing() throws Exception {
        // Given
        ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> Reply.answer(PROBED));
        PoliteModel model = model(endpoint);
        model.ask(question());
        endpoint.close();

        // When
        catchThrowable(() -> model.ask(question()));

        // Then
        assertThat(purse.charged).startsWith("1050").endsWith("free").hasSize(4);
    }

    private PoliteModel model(ScriptedEndpoint endpoint) {
        LlmConfig config = new LlmConfig(
                endpoint.baseUrl(),
                "scripted",
                null,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                3,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new PoliteModel(
                new OpenAiEndpoint(config, Clock.systemUTC()),
                config,
                purse,
                new SimpleMeterRegistry(),
                Duration.ofMinutes(1),
                duration -> {});
    }

    private static Question question() {
        return new Question(
                new CallId("call-1"),
                "0",
                "contact",
                "0",
                "system",
                "said",
                "why?",
                JsonNodeFactory.instance.objectNode().put("type", "object"),
                100);
    }

    /** Remembers how every charge ends. */
    private static final class RecordingPurse implements Purse {
        private final List<String> charged = new ArrayList<>();
        private @Nullable RuntimeException refusal;

        @Override
        public Charge reserve(Question question, String model) {
            if (refusal != null) {
                throw refusal;
            }
            return new Charge() {
                @Override
                public void answered(TokenUsage usage, long nanos) {
                    charged.add(Integer.toString(usage.input() + usage.output()));
                }

                @Override
                public void failed(@Nullable TokenUsage usage, long nanos) {
                    charged.add("failed " + (usage == null ? "all" : usage.input() + usage.output()));
                }

                @Override
                public void lost(long nanos) {
                    charged.add("all");
                }

                @Override
                public void free() {
                    charged.add("free");
                }
            };
        }

        @Override
        public void fromCache(Question question, String model) {
            throw new AssertionError("there is no cache");
        }
    }
}
