package io.callscope.ingest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.ingest.recording.Spool.Spooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void keepsWhatComesUntilItIsClosed() throws IOException {
        // Given
        Spool spool = new Spool(folder, 3);

        // When
        Spooled spooled = spool.take(stream("abc"));
        String content = Files.readString(spooled.file());
        spooled.close();

        // Then
        assertThat(content).isEqualTo("abc");
        assertThat(spooled.bytes()).isEqualTo(3);
        assertThat(spooled.sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesOneByteTooManyAndLeavesNothing() throws IOException {
        // Given
        Spool spool = new Spool(folder, 3);

        // When
        // Then
        assertThatThrownBy(() -> spool.take(stream("abcd")))
                .isInstanceOf(RecordingTooLargeException.class)
                .hasMessageContaining("more than 3 bytes");
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingOfASourceThatBreaksOff() throws IOException {
        // Given
        Spool spool = new Spool(folder, 1_000);
        InputStream breaking = new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("reset by peer");
                }
                return 1;
            }
        };

        // When
        // Then
        assertThatThrownBy(() -> spool.take(breaking)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void removesWhatAnEarlierProcessLeftAndNothingElse() throws IOException {
        // Given
        Files.writeString(folder.resolve("upload-123"), "half");
        Files.writeString(folder.resolve("notes.txt"), "not ours");
        Files.createDirectories(Spool.partsFolder(folder));
        Files.writeString(Spool.partsFolder(folder).resolve("MultiPart77"), "half");

        // When
        new Spool(folder, 3);

        // Then
        assertThat(files()).containsExactly(folder.resolve("notes.txt"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
