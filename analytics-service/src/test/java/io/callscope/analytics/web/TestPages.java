package io.callscope.analytics.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.overview.RuleConfirmations;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.HttpConfig;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages over a real database of their own, and a client that asks them. Close it. */
public final class TestPages implements AutoCloseable {
    /** What the pages take for now. */
    public static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final JdbiCallRepository calls = new JdbiCallRepository(database.dataSource());
    private final ToneSource recordings = new ToneSource(2);
    private final WebServer server;

    private TestPages() {
        this.server = serve(HttpConfig.local(0), database, recordings);
    }

    static WebServer serve(HttpConfig http, AnalyticsDatabase database, ToneSource recordings) {
        return WebServer.start(
                http,
                new Site(ZoneId.of("Europe/Moscow"), "https://crm.example/c/{key}"),
                new WebSources(
                        new JdbiCallRepository(database.dataSource()),
                        new JdbiCallSearch(database.dataSource()),
                        new JdbiOverviews(database.dataSource()),
                        new JdbiFailedCalls(database.dataSource()),
                        RuleConfirmations.none(),
                        new AudioCache(recordings, folder(), DataSize.ofMiB(4)),
                        new FixtureLabels(),
                        () -> Map.of("calls.recorded.v1", 12L)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "audio");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestPages empty() {
        return new TestPages();
    }

    /** With a plausible week in it. */
    public static TestPages seeded() {
        TestPages pages = new TestPages();
        new SeededCalls(pages.calls, NOW).all();
        pages.recordings.expire(SeededCalls.hash(14));
        return pages;
    }

    public JdbiCallRepository calls() {
        return calls;
    }

    public AnalyticsDatabase database() {
        return database;
    }

    public ToneSource recordings() {
        return recordings;
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A page that is there. */
    public Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(found(path));
    }

    /** A JSON answer that is there. */
    public JsonNode json(String path) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(found(path));
    }

    private String found(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("%s answered %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A request of any method, without a body. */
    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        return HTTP.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
