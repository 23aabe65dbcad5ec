package io.callscope.analytics.llm;

import io.callscope.kit.config.Bounds;
import io.callscope.kit.config.Required;
import io.callscope.kit.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The language model and how it is treated: section {@code llm} of {@code analytics.yaml}. Without the section no model
 * is asked.
 *
 * @param baseUrl where the endpoint's {@code /chat/completions} is, such as {@code http://127.0.0.1:8000/v1}; or a GGUF
 *     file that is loaded into this process, such as {@code file:/var/lib/callscope/models/some.gguf}
 * @param model the model's name there; for a file, what it is to be called
 * @param apiKey sent as bearer token; none when absent
 * @param mayLeaveSite whether redacted words of calls may go to a host outside of the site: must be true where the host
 *     is neither this machine nor of a private network; default false
 * @param connectTimeout 100 ms to 1 min; default 5 s
 * @param timeout for one whole reply, 1 s to 30 min; default 2 min
 * @param maxAttempts requests for one question before the endpoint counts as away, 1 to 10; default 3
 * @param concurrency requests at once, 1 to 1,000; default 4
 * @param requestsPerMinute 1 to 100,000; default 600
 * @param tokensPerMinute of prompts and answers, by estimate, 1,000 to 1,000,000,000; default 1,000,000
 * @param calls how calls are put to the model
 * @param budget what it may take
 * @param resumePerMinute parked calls asked about again, 1 to 6,000 a minute; default 30
 * @param sameIssue whether it is asked of a customer's contacts if they are about the same issue; default true
 */
public record LlmConfig(
        @Required("where the endpoint is, such as http://127.0.0.1:8000/v1")
        URI baseUrl,

        @Required("the model's name at the endpoint") String model,
        @Nullable Secret apiKey,
        Boolean mayLeaveSite,
        Duration connectTimeout,
        Duration timeout,
        Integer maxAttempts,
        Integer concurrency,
        Integer requestsPerMinute,
        Integer tokensPerMinute,
        LlmTaskSettings calls,
        LlmBudget budget,
        Integer resumePerMinute,
        Boolean sameIssue) {
    private static final String FILE = "file";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;
    private static final int CONCURRENCY = 4;
    private static final int REQUESTS_PER_MINUTE = 600;
    private static final int TOKENS_PER_MINUTE = 1_000_000;
    private static final int RESUME_PER_MINUTE = 30;

    public LlmConfig {
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(model, "model");
        mayLeaveSite = mayLeaveSite != null && mayLeaveSite;
        connectTimeout = connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout;
        timeout = timeout == null ? TIMEOUT : timeout;
        maxAttempts = maxAttempts == null ? ATTEMPTS : maxAttempts;
        concurrency = concurrency == null ? CONCURRENCY : concurrency;
        requestsPerMinute = requestsPerMinute == null ? REQUESTS_PER_MINUTE : requestsPerMinute;
        tokensPerMinute = tokensPerMinute == null ? TOKENS_PER_MINUTE : tokensPerMinute;
        calls = calls == null ? LlmTaskSettings.defaults() : calls;
        budget = budget == null ? LlmBudget.none() : budget;
        resumePerMinute = resumePerMinute == null ? RESUME_PER_MINUTE : resumePerMinute;
        sameIssue = sameIssue == null || sameIssue;
        requirePlace(baseUrl, mayLeaveSite);
        Bounds.requireRange("connectTimeout", connectTimeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        Bounds.requireRange("timeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(30));
        Bounds.requireRange("maxAttempts", maxAttempts, 1, 10);
        Bounds.requireRange("concurrency", concurrency, 1, 1_000);
        Bounds.requireRange("requestsPerMinute", requestsPerMinute, 1, 100_000);
        Bounds.requireRange("tokensPerMinute", tokensPerMinute, 1_000, 1_000_000_000);
        Bounds.requireRange("resumePerMinute", resumePerMinute, 1, 6_000);
    }

    private static void requirePlace(URI baseUrl, boolean mayLeaveSite) {
        String scheme = baseUrl.getScheme();
        if (FILE.equals(scheme) && baseUrl.getPath() != null && baseUrl.getHost() == null) {
            return;
        }
        if (!"http".equals(scheme) && !"https".equals(scheme) || baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "baseUrl \"%s\": expected one such as http://127.0.0.1:8000/v1 or file:/models/some.gguf"
                            .formatted(baseUrl));
        }
        if (baseUrl.getUserInfo() != null) {
            throw new IllegalArgumentException("baseUrl: expected no name or password in it; apiKey takes the key");
        }
        if (!mayLeaveSite && !Perimeter.isInside(baseUrl.getHost())) {
            throw new IllegalArgumentException(
                    "mayLeaveSite false with the host \"%s\", which is of no private network: words of calls would leave the site; expected true if that is meant"
                            .formatted(baseUrl.getHost()));
        }
    }

    /** Whether the model is a file that this process loads. */
    public boolean isFile() {
        return FILE.equals(baseUrl.getScheme());
    }

    /** With everything else as it is by default. */
    public static LlmConfig of(URI baseUrl, String model) {
        return new LlmConfig(
                baseUrl,
                model,
                null,
                false,
                CONNECT_TIMEOUT,
                TIMEOUT,
                ATTEMPTS,
                CONCURRENCY,
                REQUESTS_PER_MINUTE,
                TOKENS_PER_MINUTE,
                LlmTaskSettings.defaults(),
                LlmBudget.none(),
                RESUME_PER_MINUTE,
                true);
    }
}
