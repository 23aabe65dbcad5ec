package io.callscope.standalone.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.script.Reply;
import io.callscope.analytics.llm.script.ScriptedEndpoint;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures how much of an endpoint's time is lost between requests: everything but the endpoint is the real thing. */
public final class LlmBench {
    private final int concurrency;
    private final Duration latency;

    /**
     * @param concurrency requests that the endpoint takes at once
     * @param latency of each reply
     */
    public LlmBench(int concurrency, Duration latency) {
        this.concurrency = concurrency;
        this.latency = latency;
    }

    /**
     * What was measured.
     *
     * @param answered requests with an answer
     * @param mostAtOnce most that the endpoint saw at once
     * @param seconds measured
     * @param bestSeconds with the endpoint never idle
     */
    public record Result(int answered, int mostAtOnce, double seconds, double bestSeconds) {
        /** Best to measured, 0 to 1. */
        public double efficiency() {
            return bestSeconds / seconds;
        }
    }

    /** Sends so many requests from twice as many threads as the endpoint takes. */
    public Result run(int requests) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(concurrency * 2);
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start(
                (number, body) -> Reply.answer("{\"ok\":true}").after(latency), false)) {
            LlmConfig config = new LlmConfig(
                    endpoint.baseUrl(),
                    "scripted",
                    null,
                    false,
                    Duration.ofSeconds(5),
                    latency.plusMinutes(1),
                    3,
                    concurrency,
                    100_000,
                    1_000_000_000,
                    LlmTaskSettings.defaults(),
                    LlmBudget.none(),
                    30,
                    false);
            // the probe is sent here, outside of the clock
            LanguageModel model = LanguageModels.open(config, Purse.OPEN, new SimpleMeterRegistry(), Clock.systemUTC());
            long begin = System.nanoTime();
            List<Future<Boolean>> sent = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                Question question = question(i);
                sent.add(workers.submit(() -> isAnswered(model, question)));
            }
            int answered = 0;
            for (Future<Boolean> one : sent) {
                answered += one.get() ? 1 : 0;
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double best = Math.ceil((double) requests / concurrency) * latency.toMillis() / 1_000;
            return new Result(answered, endpoint.mostAtOnce(), seconds, best);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static boolean isAnswered(LanguageModel model, Question question) throws InterruptedException {
        try {
            model.ask(question);
            return true;
        } catch (LlmFailedException | RetryableException e) {
            return false;
        }
    }

    private static Question question(int number) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        String text = "a line of a call, ".repeat(500);
        return new Question(new CallId("bench-" + number), "0", "bench", "0", "system", text, "well?", schema, 500);
    }
}
