package io.callscope.transcribe.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteDownloadIT {
    @TempDir
    Path scratch;

    private final RemoteDownload download = new RemoteDownload();
    private HttpServer site;
    private byte[] body;
    private int declaredBytes;

    @BeforeEach
    void start() throws IOException {
        body = zip();
        declaredBytes = body.length;
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/m.zip", exchange -> {
            exchange.sendResponseHeaders(200, declaredBytes);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void downloadsAndUnpacksAZip() throws Exception {
        // Given
        ModelEntry entry = entry("/m.zip");

        // When
        Path unpacked = download.fetch(entry, scratch, FetchProgress.silent());

        // Then
        assertThat(unpacked.resolve("conf/mfcc.conf")).hasContent("--sample-frequency=8000");
    }

    @Test
    void namesTheAnswerOfTheSite() {
        // Given
        ModelEntry entry = entry("/gone.zip");

        // When
        // Then
        assertThatThrownBy(() -> download.fetch(entry, scratch, FetchProgress.silent()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 404");
    }

    @Test
    void noticesThatTheDownloadBrokeOff() {
        // Given
        declaredBytes = body.length + 1_000;

        // When
        // Then
        assertThatThrownBy(() -> download.fetch(entry("/m.zip"), scratch, FetchProgress.silent()))
                .isInstanceOf(IOException.class);
    }

    private ModelEntry entry(String path) {
        String url = "http://localhost:%d%s".formatted(site.getAddress().getPort(), path);
        return new ModelEntry("m", "en", url, null, "m", "MIT", 1, FileHashes.unknown());
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("m/conf/mfcc.conf"));
            zip.write("--sample-frequency=8000".getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
