package io.callscope.kit.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.thread.DaemonThreads;
import io.callscope.model.json.EventJson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves {@code /health} (each part with its stored failure), {@code /ready} (200 when every part works, else 503) and
 * {@code /metrics} (Prometheus). A part that is down never stops the process. Thread-safe.
 */
public final class OpsServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Supplier<Health>> parts;

    private OpsServer(HttpServer server, Map<String, Supplier<Health>> parts) {
        this.server = server;
        this.parts = Map.copyOf(parts);
        this.threads = Executors.newFixedThreadPool(2, DaemonThreads.named("ops-server"));
    }

    /**
     * Starts to listen.
     *
     * @param parts name to health of what the service is made of
     * @throws PortTakenException when another program listens there
     */
    public static OpsServer start(
            HttpConfig config, PrometheusMeterRegistry registry, Map<String, Supplier<Health>> parts) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(config.host(), config.port()), 16);
            OpsServer ops = new OpsServer(http, parts);
            http.createContext("/health", exchange -> ops.answerHealth(exchange, false));
            http.createContext("/ready", exchange -> ops.answerHealth(exchange, true));
            http.createContext(
                    "/metrics",
                    exchange -> answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
            http.setExecutor(ops.threads);
            http.start();
            return ops;
        } catch (BindException e) {
            throw new PortTakenException("ops", config.host(), config.port(), "ops.port", e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "ops server on %s:%d could not start".formatted(config.host(), config.port()), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answerHealth(HttpExchange exchange, boolean asReadiness) throws IOException {
        Map<String, Health> states = new TreeMap<>();
        parts.forEach((name, part) -> states.put(name, healthOf(part)));
        boolean allUp = states.values().stream().allMatch(Health::isUp);
        Map<String, String> details = new TreeMap<>();
        states.forEach((name, state) -> details.put(name, state.detail()));
        byte[] json = EventJson.write(Map.of("status", allUp ? "up" : "down", "parts", details));
        int status = asReadiness && !allUp ? 503 : 200;
        answer(exchange, status, "application/json", new String(json, StandardCharsets.UTF_8));
    }

    /** A part whose check itself fails is down; the others still answer. */
    private static Health healthOf(Supplier<Health> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            return Health.down("the check failed: " + e.getClass().getName());
        }
    }

    private static void answer(HttpExchange exchange, int status, String mediaType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
