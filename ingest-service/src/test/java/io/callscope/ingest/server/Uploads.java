package io.callscope.ingest.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.model.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A source of calls, as a recorder's script would be. */
public final class Uploads {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    public Uploads(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** An answer with its JSON. */
    public record Answer(int status, String mediaType, JsonNode json) {}

    public Answer put(String path, byte[] body, Map<String, String> headers) throws IOException, InterruptedException {
        return send("PUT", path, BodyPublishers.ofByteArray(body), headers);
    }

    public Answer post(String path, byte[] body, Map<String, String> headers) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(90));
        headers.forEach(request::header);
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        boolean json = mediaType.contains("json");
        return new Answer(
                response.statusCode(),
                mediaType,
                json
                        ? EventJson.mapper().readTree(response.body())
                        : EventJson.mapper().createObjectNode());
    }

    /** A multipart upload of the parts {@code metadata} and {@code audio}. */
    public Answer putMultipart(String path, String metadata, byte[] audio) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(
                body,
                "--seam\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n");
        write(body, metadata);
        write(body, "\r\n--seam\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"../../x.wav\"\r\n");
        write(body, "Content-Type: audio/wav\r\n\r\n");
        body.write(audio);
        write(body, "\r\n--seam--\r\n");
        return put(path, body.toByteArray(), Map.of("Content-Type", "multipart/form-data; boundary=seam"));
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
