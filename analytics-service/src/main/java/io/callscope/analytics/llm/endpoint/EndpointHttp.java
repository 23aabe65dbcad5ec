package io.callscope.analytics.llm.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.callscope.analytics.llm.endpoint.EndpointException.Kind;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's way to the network, because its own keeps the headers to itself and counts its patience from byte to byte:
 * here a whole reply has so long and no longer, however slowly it drips; it may have so many bytes; nothing is followed
 * elsewhere, and nothing is logged. Thread-safe.
 */
final class EndpointHttp implements HttpClient {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_WORDS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The calling thread was interrupted; LangChain4j's interface has no other way to say so. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final java.net.http.HttpClient client;
    private final Duration patience;
    private final @Nullable String secret;
    private final Clock clock;

    /**
     * @param patience for one whole reply
     * @param secret what must not be repeated should the endpoint say it
     */
    EndpointHttp(Duration connect, Duration patience, @Nullable String secret, Clock clock) {
        this.client = java.net.http.HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
        this.patience = patience;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() / 100 != 2) {
            throw failure(response, body);
        }
        if (!isReply(body)) {
            throw new EndpointException(
                    Kind.LOST,
                    "status %d with something that is no reply of a model".formatted(response.statusCode()),
                    null,
                    null);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(translated(request), info -> new CappedBody(MOST_BYTES));
        try {
            return sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new EndpointException(Kind.LOST, "no whole reply within %s".formatted(patience), null, null);
        } catch (ExecutionException e) {
            // the cause's message may name addresses, never bodies
            boolean isUnsent =
                    in(e, ConnectException.class) != null || in(e, HttpConnectTimeoutException.class) != null;
            throw new EndpointException(
                    isUnsent ? Kind.AWAY : Kind.LOST, "no reply: " + e.getCause(), null, e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            throw new Interrupted();
        }
    }

    private java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> {
            // the library always sends a key, be there one or not
            if (secret != null || !name.equalsIgnoreCase("Authorization")) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        String body = request.body();
        return builder.method(
                        request.method().name(),
                        body == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static boolean isReply(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json != null && json.path("choices").isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private EndpointException failure(HttpResponse<byte[]> response, String body) {
        int status = response.statusCode();
        Duration wait =
                RetryAfter.read(response.headers().firstValue("Retry-After").orElse(null), clock);
        return switch (status) {
            case 408, 425, 429 -> new EndpointException(Kind.BUSY, "status " + status, wait, null);
            case 401, 403, 404, 405 ->
                new EndpointException(Kind.NOT_CONFIGURED, "status %d: %s".formatted(status, words(body)), wait, null);
            case 413 -> new EndpointException(Kind.TOO_LONG, "status 413", null, null);
            default -> {
                if (status >= 500 || status / 100 == 3) {
                    yield new EndpointException(status == 503 ? Kind.BUSY : Kind.AWAY, "status " + status, wait, null);
                }
                yield new EndpointException(
                        isTooLong(body) ? Kind.TOO_LONG : Kind.BAD_REQUEST, "status " + status, null, null);
            }
        };
    }

    private static boolean isTooLong(String body) {
        String text = body.toLowerCase(Locale.ROOT);
        return text.contains("context_length")
                || text.contains("context length")
                || text.contains("context size")
                || text.contains("maximum context");
    }

    /** What the endpoint says of a key or a model, without markup and shortened. */
    private String words(String body) {
        String text = body;
        try {
            JsonNode error = JSON.readTree(body).path("error");
            text = error.isTextual() ? error.asText() : error.path("message").asText(body);
        } catch (JsonProcessingException e) {
            text = body.replaceAll("<[^>]*>", " ");
        }
        text = text.replaceAll("\\s+", " ").strip();
        if (secret != null && !secret.isEmpty()) {
            text = text.replace(secret, "***");
        }
        // endpoints like to quote a key they refuse, in part
        text = text.replaceAll("\\b(sk|key|token)-[A-Za-z0-9*_-]{4,}", "***");
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) + "…" : text;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are never streamed");
    }

    /** Whether something went wrong on the way of this kind, however deep it lies. */
    static <T extends Throwable> @Nullable T in(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
