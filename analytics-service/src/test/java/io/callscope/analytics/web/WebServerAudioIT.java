package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFixtures;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A recording over HTTP, as a browser's player asks for it. */
class WebServerAudioIT {
    private static TestPages server;

    @BeforeAll
    static void start() {
        server = TestPages.empty();
        server.calls().recorded(CallFixtures.recorded("c1", CallFixtures.metadata(), CallFixtures.STARTED));
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
        return server.bytes("/api/calls/c1/audio", headers);
    }
}
