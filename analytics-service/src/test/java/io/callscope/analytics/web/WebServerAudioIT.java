package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A recording over HTTP, as a browser's player asks for it. */
class WebServerAudioIT {
    private static final Instant NOW = CallFixtures.STARTED;
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final String RECORDING = "a1".repeat(32);
    private static final String COPY = "b2".repeat(32);
    private static final String GONE = "c3".repeat(32);

    private static TestPages server;

    @BeforeAll
    static void start() {
        server = TestPages.empty();
        Transcript text = CallFixtures.transcript("ru", "К добрый день");
        server.calls().transcribed(CallFixtures.transcribed("c1", CallFixtures.metadata(), CallFixtures.STARTED, text));
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

    @Test
    void theCopyIsPlayedInsteadOfTheRecording() throws Exception {
        // Given
        Transcript said = CallFixtures.transcript("ru", "О слушаю вас");
        server.recordings().speaks(Map.of(COPY, said));
        server.calls().transcribed(CallFixtures.played("c2", NOW, CallFixtures.redacted(), RECORDING, COPY));

        // When
        HttpResponse<byte[]> whole = server.bytes("/api/calls/c2/audio");
        HttpResponse<byte[]> part = server.bytes("/api/calls/c2/audio", "Range", "bytes=44-99");
        HttpResponse<byte[]> changed =
                server.bytes("/api/calls/c2/audio", "Range", "bytes=44-99", "If-Range", "\"" + RECORDING + "\"");

        // Then
        byte[] copy = SpokenTones.wav(said);
        assertThat(whole.body()).isEqualTo(copy);
        assertThat(whole.headers().firstValue("ETag")).contains("\"" + COPY + "\"");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(copy, 44, 100));
        assertThat(changed.body()).as("what is behind the recording's tag").isEqualTo(copy);
        assertThat(server.json("/api/calls/c2/audio/state").toString())
                .isEqualTo("{\"state\":\"ready\",\"mediaType\":\"audio/wav\"}");
    }

    @Test
    void aCopyThatIsGoneBringsNoRecordingBack() throws Exception {
        // Given
        server.recordings().expire(GONE);
        server.calls().transcribed(CallFixtures.played("c3", NOW, CallFixtures.redacted(), RECORDING, GONE));

        // When
        HttpResponse<byte[]> answer = server.bytes("/api/calls/c3/audio");

        // Then
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(server.json("/api/calls/c3/audio/state").toString()).isEqualTo("{\"state\":\"gone\"}");
    }

    @Test
    void aRecordingWithPersonalDataIsNeverPlayed() throws Exception {
        // Given a transcript that took a card number out, and no copy
        server.calls().transcribed(CallFixtures.played("c4", NOW, CallFixtures.redacted(), RECORDING, null));

        // When
        HttpResponse<byte[]> answer = server.bytes("/api/calls/c4/audio");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("audio-withheld");
        assertThat(server.json("/api/calls/c4/audio/state").toString()).isEqualTo("{\"state\":\"withheld\"}");
    }

    @Test
    void aCopyThatIsMadeLaterIsPlayedFromThenOn() throws Exception {
        // Given
        Transcript said = CallFixtures.transcript("ru", "О слушаю вас");
        server.recordings().speaks(Map.of(COPY, said));
        server.calls().transcribed(CallFixtures.played("c5", NOW, CallFixtures.redacted(), RECORDING, null));

        // When the same recording is transcribed again, twice
        server.calls().transcribed(CallFixtures.played("c5", LATER, CallFixtures.redacted(), RECORDING, COPY));
        server.calls().transcribed(CallFixtures.played("c5", LATER, CallFixtures.redacted(), RECORDING, GONE));

        // Then
        assertThat(server.bytes("/api/calls/c5/audio").body()).isEqualTo(SpokenTones.wav(said));
    }

    private static HttpResponse<byte[]> audio(String... headers) throws IOException, InterruptedException {
        return server.bytes("/api/calls/c1/audio", headers);
    }
}
