package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Asks the analytics service how far calls have come. Thread-safe. */
final class CallStates {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TERMINAL = Set.of("analyzed", "failed");
    private static final long LOOK_EVERY_MS = 1_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI web;
    private final String cookie;

    /**
     * @param cookie of a user who sees every call
     */
    CallStates(URI web, String cookie) {
        this.web = web;
        this.cookie = cookie;
    }

    /**
     * Waits until every call is analyzed or failed, or none has become so for a while.
     *
     * @param stallPatience how long to wait while nothing is finished
     * @param progress told how many are finished
     * @return each call that the service knows, as it was seen last
     */
    Map<String, JsonNode> awaitTerminal(List<String> callIds, Duration stallPatience, IntConsumer progress)
            throws InterruptedException {
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        int finished = 0;
        long lastProgress = System.nanoTime();
        while (finished < callIds.size() && System.nanoTime() - lastProgress < stallPatience.toNanos()) {
            for (String callId : callIds) {
                if (!isTerminal(seen.get(callId))) {
                    call(callId).ifPresent(call -> seen.put(callId, call));
                }
            }
            int now =
                    (int) seen.values().stream().filter(CallStates::isTerminal).count();
            if (now > finished) {
                finished = now;
                lastProgress = System.nanoTime();
                progress.accept(finished);
            }
            if (finished < callIds.size()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        }
        return seen;
    }

    static boolean isTerminal(@Nullable JsonNode call) {
        return call != null && TERMINAL.contains(state(call));
    }

    static String state(JsonNode call) {
        return call.path("state").asText("");
    }

    /** Only its state while it is on its way: reading a call is noted in the audit, and waiting is no reading. */
    private Optional<JsonNode> call(String callId) throws InterruptedException {
        String address = "/api/calls/" + URLEncoder.encode(callId, StandardCharsets.UTF_8);
        Optional<JsonNode> state = get(address + "/state");
        return isTerminal(state.orElse(null)) ? get(address) : state;
    }

    /**
     * How many calls the list finds; 0 while the service does not answer.
     *
     * @param filter as in the address of the list
     */
    long count(String filter) throws InterruptedException {
        return get("/api/calls?" + filter)
                .map(page -> page.path("total").asLong())
                .orElse(0L);
    }

    /** The accuracy report; a missing node while the service does not give it. */
    JsonNode accuracy() throws InterruptedException {
        return get("/api/accuracy").orElse(MissingNode.getInstance());
    }

    private Optional<JsonNode> get(String address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(web.resolve(address))
                .header("Cookie", cookie)
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
        } catch (IOException serviceRestarts) {
            return Optional.empty();
        }
    }
}
