package io.callscope.standalone.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An HTTP server that answers as a script says, and remembers what it was asked. */
public final class ScriptedHttp implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, List<String>> bodies = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /** An answer: status and body. */
    public record Answer(int status, String body) {}

    /**
     * @param script path to answer; asked from several threads
     */
    public ScriptedHttp(Function<String, Answer> script) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(16, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<String, Answer> script) throws IOException {
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.computeIfAbsent(exchange.getRequestMethod() + " " + path, key -> new ArrayList<>())
                .add(body);
        types.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
        Answer answer = script.apply(path);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        now.decrementAndGet();
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Bodies by method and path, such as {@code PUT /api/recordings/a}. */
    public Map<String, List<String>> bodies() {
        return bodies;
    }

    public String typeOf(String path) {
        return types.get(path);
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
