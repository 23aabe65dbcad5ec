package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.InMemoryCallRepository;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.HttpConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording over HTTP, as a browser's player asks for it. */
class WebServerAudioTest {
    private static WebServer server;

    @BeforeAll
    static void start(@TempDir Path cache) {
        InMemoryCallRepository calls = new InMemoryCallRepository();
        calls.recorded(CallFixtures.recorded("c1", CallFixtures.metadata(), CallFixtures.STARTED));
        server = WebServer.start(
                HttpConfig.local(0),
                calls,
                new AudioCache(new ToneSource(2), cache, DataSize.ofMiB(1)),
                new FixtureLabels(),
                LagSource.unknown(),
                ZoneOffset.UTC,
                null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRecordingIsSentWholeOrInParts() throws Exception {
        // Given
        byte[] wav = ToneSource.wav(2);

        // When
        HttpResponse<byte[]> whole = audio();
        HttpResponse<byte[]> part = audio("Range", "bytes=100-299");
        HttpResponse<byte[]> tail = audio("Range", "bytes=-10");
        HttpResponse<byte[]> changed = audio("Range", "bytes=0-9", "If-Range", "\"other\"");
        HttpResponse<byte[]> beyond = audio("Range", "bytes=999999-");

        // Then
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(wav);
        assertThat(whole.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(wav, 100, 300));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-299/" + wav.length);
        assertThat(part.headers().firstValue("Content-Length")).contains("200");
        assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(wav, wav.length - 10, wav.length));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + wav.length);
        assertThat(new String(beyond.body(), StandardCharsets.UTF_8)).contains("range-not-satisfiable");
    }

    private static HttpResponse<byte[]> audio(String... headers) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/calls/c1/audio");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return HttpClient.newHttpClient()
                .send(
                        (headers.length == 0 ? request : request.headers(headers)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
