package io.callscope.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.meter.MeterRegistries;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OpsServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isReadyWhileEveryPartWorks() throws Exception {
        // Given
        try (OpsServer ops = start(Map.of("database", Health::up, "loop", Health::up))) {
            // When
            HttpResponse<String> ready = get(ops, "/ready");

            // Then
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(json(ready).path("status").asText()).isEqualTo("up");
        }
    }

    @Test
    void showsTheStoredFailureAndIsNotReady() throws Exception {
        // Given
        try (OpsServer ops = start(Map.of("database", () -> Health.down("no answer from db"), "loop", Health::up))) {
            // When
            HttpResponse<String> health = get(ops, "/health");
            HttpResponse<String> ready = get(ops, "/ready");

            // Then
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(json(health).at("/parts/database").asText()).isEqualTo("no answer from db");
            assertThat(json(health).at("/parts/loop").asText()).isEqualTo("ok");
            assertThat(ready.statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aPartWhoseCheckFailsIsDown() throws Exception {
        // Given
        try (OpsServer ops = start(Map.of("broken", () -> {
            throw new IllegalStateException("closed already");
        }))) {
            // When
            HttpResponse<String> ready = get(ops, "/ready");

            // Then
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(json(ready).at("/parts/broken").asText()).contains("IllegalStateException");
        }
    }

    @Test
    void servesTheMetersOfTheService() throws Exception {
        // Given
        try (OpsServer ops = start(Map.of())) {
            // When
            HttpResponse<String> metrics = get(ops, "/metrics");

            // Then
            assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(metrics.body()).contains("jvm_memory_used_bytes").contains("service=\"test\"");
        }
    }

    @Test
    void saysWhichPortIsTakenAndHowToChangeIt() {
        // Given
        try (OpsServer first = start(Map.of())) {
            HttpConfig same = HttpConfig.local(first.port());

            // When
            // Then
            assertThatThrownBy(() -> OpsServer.start(same, MeterRegistries.prometheus("test"), Map.of()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage(
                            "port %d on 127.0.0.1 (ops) is taken by another program; choose another one with ops.port"
                                    .formatted(first.port()));
        }
    }

    private static OpsServer start(Map<String, Supplier<Health>> parts) {
        return OpsServer.start(HttpConfig.local(0), MeterRegistries.prometheus("test"), parts);
    }

    private HttpResponse<String> get(OpsServer ops, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + ops.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return EventJson.mapper().readTree(response.body());
    }
}
