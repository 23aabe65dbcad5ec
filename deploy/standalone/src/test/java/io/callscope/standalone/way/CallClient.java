package io.callscope.standalone.way;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What a recorder and a reader of the pages do over HTTP. Thread-safe. */
final class CallClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI ingest;
    private final URI web;
    private final String cookie;

    CallClient(int ingestPort, int webPort, String cookie) {
        this.cookie = cookie;
        this.ingest = URI.create("http://127.0.0.1:" + ingestPort);
        this.web = URI.create("http://127.0.0.1:" + webPort);
    }

    HttpResponse<String> putRecording(String callId, byte[] audio) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(ingest.resolve("/api/recordings/" + callId))
                        .header("X-Call-Started-At", "2026-10-12T10:00:00+03:00")
                        .header("X-Call-Channels", "customer,agent")
                        .header("X-Call-Language", "en")
                        .timeout(TIMEOUT)
                        .PUT(BodyPublishers.ofByteArray(audio))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> putTranscript(String callId, String words) throws IOException, InterruptedException {
        String body = """
                {"metadata": {"startedAt": "2026-10-12T10:00:00+03:00", "language": "ru"},
                 "utterances": [{"party": "agent", "startMs": 0, "endMs": 1000, "text": "добрый день слушаю вас"},
                                {"party": "customer", "startMs": 1200, "endMs": 6000, "text": "%s"}]}
                """.formatted(words);
        return http.send(
                HttpRequest.newBuilder(ingest.resolve("/api/transcripts/" + callId))
                        .timeout(TIMEOUT)
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The call as the API shows it; a missing node while it is not there. */
    JsonNode call(String callId) throws IOException, InterruptedException {
        HttpResponse<String> response = get("/api/calls/" + callId);
        return response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.missingNode();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(web.resolve(path))
                        .header("Cookie", cookie)
                        .timeout(TIMEOUT)
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<byte[]> getBytes(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(web.resolve(path))
                        .header("Cookie", cookie)
                        .timeout(TIMEOUT)
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
