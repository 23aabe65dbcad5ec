package io.callscope.standalone.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Sends recordings and transcripts to the ingest service. A failure that may pass (the service restarts, its broker is
 * away) is tried again for about 15 s; sending twice makes no second call. Thread-safe.
 */
public final class IngestClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration ANSWER_PATIENCE = Duration.ofMinutes(10);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final int LONGEST_REASON = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI service;
    private final ImportDefaults defaults;

    /**
     * @param service address of the ingest service, such as {@code http://127.0.0.1:8461}
     */
    public IngestClient(URI service, ImportDefaults defaults) {
        this.service = service;
        this.defaults = defaults;
    }

    /** Sends one file; every failure but an interrupt comes back as an outcome. */
    public SendOutcome send(ImportItem item) throws InterruptedException {
        SendOutcome last = new SendOutcome.Rejected("not sent");
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> response =
                        http.send(request(item), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                last = outcome(response);
                if (!PASSING.contains(response.statusCode())) {
                    return last;
                }
            } catch (FileNotFoundException | FileSystemException e) {
                return new SendOutcome.Rejected("the file cannot be read: " + e.getMessage());
            } catch (IllegalArgumentException wrongSidecar) {
                return new SendOutcome.Rejected(String.valueOf(wrongSidecar.getMessage()));
            } catch (ConnectException e) {
                last = new SendOutcome.Rejected("no service answers at %s".formatted(service));
            } catch (IOException e) {
                last = new SendOutcome.Rejected(e.toString());
            }
            if (attempt < ATTEMPTS) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = pause.multipliedBy(2);
            }
        }
        return last;
    }

    private HttpRequest request(ImportItem item) throws IOException {
        boolean recording = item.kind() == ImportItem.Kind.RECORDING;
        String id = URLEncoder.encode(item.callId(), StandardCharsets.UTF_8);
        URI address = service.resolve((recording ? "/api/recordings/" : "/api/transcripts/") + id);
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(ANSWER_PATIENCE);
        if (!recording) {
            return builder.header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofFile(item.file()))
                    .build();
        }
        String boundary = "callscope-" + UUID.randomUUID();
        return builder.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .PUT(parts(item, boundary))
                .build();
    }

    /** The recording is streamed from its file, never held in memory. */
    private BodyPublisher parts(ImportItem item, String boundary) throws IOException {
        String head = """
                --%1$s
                Content-Disposition: form-data; name="metadata"
                Content-Type: application/json

                %2$s
                --%1$s
                Content-Disposition: form-data; name="audio"; filename="recording"
                Content-Type: application/octet-stream

                """.formatted(boundary, RecordingMetadata.of(item, defaults));
        String tail = "\n--%s--\n".formatted(boundary);
        return BodyPublishers.concat(
                BodyPublishers.ofString(withNetworkLineEnds(head)),
                BodyPublishers.ofFile(item.file()),
                BodyPublishers.ofString(withNetworkLineEnds(tail)));
    }

    private static String withNetworkLineEnds(String text) {
        return text.replace("\n", "\r\n");
    }

    private static SendOutcome outcome(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 201, 202 -> new SendOutcome.Accepted();
            case 200 -> new SendOutcome.AlreadyThere();
            default -> new SendOutcome.Rejected(reason(response));
        };
    }

    private static String reason(HttpResponse<String> response) {
        String words = "";
        try {
            JsonNode problem = JSON.readTree(response.body());
            words = problem.path("detail").asText(problem.path("title").asText(""));
        } catch (JsonProcessingException noProblemJson) {
            words = response.body().strip();
        }
        String reason = "HTTP %d%s".formatted(response.statusCode(), words.isEmpty() ? "" : ": " + words);
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
