package io.callscope.analytics.llm.manners;

import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.LlmMeter;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.budget.Charge;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.endpoint.Endpoint;
import io.callscope.analytics.llm.endpoint.EndpointException;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.Health;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint treated with manners: so many requests at once and a minute, a question tried again only where that can
 * help and only so often, and an endpoint that keeps failing left alone for a while. While it is left alone every question
 * fails at once as "away", which pauses the consumer and burns no attempt; one question then finds out whether it is back.
 * Thread-safe.
 */
public final class PoliteModel implements LanguageModel, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PoliteModel.class);

    /** So many requests in a row must fail before the endpoint is left alone. */
    private static final int FAILURES = 5;

    /** Longer than any wait for a turn that a site would configure on purpose. */
    private static final Duration TURN = Duration.ofMinutes(30);

    private final Endpoint endpoint;
    private final LlmConfig config;
    private final MeterRegistry meters;
    private final Purse purse;
    private final BackOff backOff;
    private final Sleeper sleeper;
    private final Semaphore places;
    private final RateLimiter requests;
    private final RateLimiter tokens;
    private final CircuitBreaker breaker;
    private volatile Health health = Health.up();

    public PoliteModel(Endpoint endpoint, LlmConfig config, Purse purse, MeterRegistry meters) {
        this(endpoint, config, purse, meters, Duration.ofSeconds(15), Sleeper.REAL);
    }

    /**
     * @param purse pays for every request
     * @param rest how long an endpoint that keeps failing is left alone
     */
    public PoliteModel(
            Endpoint endpoint, LlmConfig config, Purse purse, MeterRegistry meters, Duration rest, Sleeper sleeper) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.config = Objects.requireNonNull(config, "config");
        this.meters = Objects.requireNonNull(meters, "meters");
        this.purse = Objects.requireNonNull(purse, "purse");
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        this.backOff = new BackOff(() -> ThreadLocalRandom.current().nextDouble());
        this.places = new Semaphore(config.concurrency(), true);
        this.requests = perMinute("requests", config.requestsPerMinute());
        this.tokens = perMinute("tokens", config.tokensPerMinute());
        this.breaker = CircuitBreaker.of(
                "llm",
                CircuitBreakerConfig.custom()
                        .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOGGER.atWarn()
                        .addKeyValue("from", change.getStateTransition().getFromState())
                        .addKeyValue("to", change.getStateTransition().getToState())
                        .log("language model"));
    }

    private static RateLimiter perMinute(String name, int limit) {
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(limit)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(TURN)
                        .build());
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        places.acquire();
        try {
            return tried(question);
        } finally {
            places.release();
        }
    }

    private Answer tried(Question question) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            awaitTurn(question);
            Charge charge = permitted(question);
            long begin = System.nanoTime();
            try {
                Answer answer = endpoint.ask(question);
                charge.answered(answer.usage(), System.nanoTime() - begin);
                breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
                health = Health.up();
                answered(question, answer, begin);
                return new Answer(answer.text(), answer.usage(), attempt);
            } catch (LlmFailedException e) {
                charge.failed(e.usage(), System.nanoTime() - begin);
                breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
                health = Health.up();
                count(question, "failed");
                throw e;
            } catch (EndpointException e) {
                if (e.kind() == EndpointException.Kind.LOST) {
                    charge.lost(System.nanoTime() - begin);
                } else {
                    charge.free();
                }
                count(question, e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                Duration wait = failed(e, attempt, System.nanoTime() - begin, question);
                sleeper.sleep(wait);
            } catch (InterruptedException e) {
                charge.lost(System.nanoTime() - begin);
                breaker.releasePermission();
                throw e;
            } catch (RuntimeException e) {
                charge.lost(System.nanoTime() - begin);
                breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
                throw e;
            }
        }
    }

    /** Leave to send one request: of the endpoint's state, and of the budget. */
    private Charge permitted(Question question) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw new RetryableException("the language model is left alone: " + health.detail(), e);
        }
        try {
            return purse.reserve(question, id());
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    /** Blocks until a minute's limits have room; a question that alone is larger than a minute's tokens gets all of them. */
    private void awaitTurn(Question question) throws InterruptedException {
        int estimate =
                TokenEstimate.of(question.system()) + TokenEstimate.of(question.user()) + question.maxAnswerTokens();
        boolean turn = requests.acquirePermission()
                && tokens.acquirePermission(Math.max(1, Math.min(estimate, config.tokensPerMinute())));
        if (Thread.interrupted()) {
            throw new InterruptedException("the request was abandoned");
        }
        if (!turn) {
            throw new RetryableException("no turn at the language model within " + TURN, null);
        }
    }

    /** What becomes of a question whose request failed: how long to wait for the next attempt, or an exception. */
    private Duration failed(EndpointException e, int attempt, long nanos, Question question) {
        switch (e.kind()) {
            case BAD_REQUEST, TOO_LONG -> {
                breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
                throw new LlmFailedException(
                        e.kind() == EndpointException.Kind.TOO_LONG ? LlmFailure.TOO_LONG : LlmFailure.BAD_REQUEST,
                        "task %s: %s".formatted(question.task(), e.getMessage()));
            }
            case NOT_CONFIGURED -> {
                breaker.onError(nanos, TimeUnit.NANOSECONDS, e);
                health = Health.down(String.valueOf(e.getMessage()));
                throw new RetryableException("the language model's endpoint is not configured right", e);
            }
            default -> {
                breaker.onError(nanos, TimeUnit.NANOSECONDS, e);
                if (attempt >= config.maxAttempts()) {
                    health = Health.down(String.valueOf(e.getMessage()));
                    throw new RetryableException(
                            "the language model did not answer in %d attempts".formatted(attempt), e);
                }
                return backOff.after(attempt, e.retryAfter());
            }
        }
    }

    private void answered(Question question, Answer answer, long begin) {
        count(question, "answered");
        LlmMeter.LATENCY.timer(meters, "task", question.task()).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        tokens(question, "input", answer.usage().input());
        tokens(question, "cached", answer.usage().cachedInput());
        tokens(question, "output", answer.usage().output());
    }

    private void count(Question question, String outcome) {
        LlmMeter.REQUESTS
                .counter(meters, "task", question.task(), "outcome", outcome)
                .increment();
    }

    private void tokens(Question question, String kind, int count) {
        LlmMeter.TOKENS.counter(meters, "task", question.task(), "kind", kind).increment(count);
    }

    @Override
    public String id() {
        return endpoint.model();
    }

    @Override
    public String parameters() {
        return endpoint.parameters();
    }

    /** Whether the endpoint answered last; its words, secrets hidden, when it is not configured right. */
    public Health health() {
        return health;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /** Only for tests and figures. */
    CircuitBreaker.State state() {
        return breaker.getState();
    }
}
