package io.callscope.standalone.supervise;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells whether a child does its work yet. Implementations are thread-safe and answer within seconds. */
@FunctionalInterface
public interface ReadyProbe {
    /**
     * @param pid the child's process
     * @throws InterruptedException when the asking thread was interrupted
     */
    boolean isReady(long pid) throws InterruptedException;

    /** Ready when the address answers 200. */
    static ReadyProbe http(URI address) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        return pid -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Ready when the child has written its process id into the file, see {@link #announce}. */
    static ReadyProbe file(Path file) {
        return pid -> {
            try {
                return Files.readString(file).strip().equals(Long.toString(pid));
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** What a child calls when it is ready, see {@link #file}. */
    static void announce(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
    }
}
