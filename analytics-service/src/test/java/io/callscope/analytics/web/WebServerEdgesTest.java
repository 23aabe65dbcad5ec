package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.store.InMemoryCallRepository;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.HttpConfig;
import io.callscope.model.call.CallId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the pages listen, and what hostile content does to them. */
class WebServerEdgesTest {
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path cache;

    @Test
    void isNotReachableFromElsewhere() {
        assertThatThrownBy(() -> start(new HttpConfig("0.0.0.0", 0), new InMemoryCallRepository()))
                .hasMessageContaining("0.0.0.0");
    }

    @Test
    void aTakenPortIsNamed() {
        // Given
        try (WebServer first = start(HttpConfig.local(0), new InMemoryCallRepository())) {
            // When / Then
            assertThatThrownBy(() -> start(HttpConfig.local(first.port()), new InMemoryCallRepository()))
                    .hasMessageContaining(Integer.toString(first.port()))
                    .hasMessageContaining("http.port");
        }
    }

    @Test
    void hostileTextBreaksNoPage() throws Exception {
        // Given
        InMemoryCallRepository calls = new InMemoryCallRepository();
        String hostile = "\"><img src=x onerror=alert(1)> =cmd|' \u202Eabc " + "ы".repeat(10_000);
        calls.transcribed(CallFixtures.transcribed(
                "odd", CallFixtures.metadata(), NOW, CallFixtures.transcript("ru", "К " + hostile, "О  да")));
        calls.failed(new CallFailure(new CallId("f"), "<i>", "<b>", "<script>1</script>", NOW, null, null));
        try (WebServer odd = start(HttpConfig.local(0), calls)) {
            // When
            Document call = Jsoup.parse(body(odd, "/calls/odd"));
            Document failed = Jsoup.parse(body(odd, "/failed"));
            Document overview = Jsoup.parse(body(odd, "/"));

            // Then
            assertThat(call.select("img")).isEmpty();
            assertThat(call.select(".said").get(0).wholeText()).isEqualTo(hostile);
            assertThat(failed.select("main i, main script")).isEmpty();
            assertThat(failed.select("main").text()).contains("<script>1</script>", "<b>");
            assertThat(overview.select("#lag").text()).isEqualTo("–");
        }
    }

    private WebServer start(HttpConfig http, CallRepository calls) {
        return WebServer.start(
                http,
                calls,
                new AudioCache(new ToneSource(1), cache, DataSize.ofMiB(1)),
                new FixtureLabels(),
                LagSource.unknown(),
                ZoneOffset.UTC,
                null);
    }

    private static String body(WebServer from, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
