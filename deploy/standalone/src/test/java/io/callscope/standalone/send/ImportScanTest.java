package io.callscope.standalone.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportScanTest {
    @TempDir
    Path folder;

    @Test
    void findsRecordingsWithSidecarsAndTranscriptsInFolders() throws Exception {
        // Given
        Path recording = write("monday/call-1.WAV", "audio");
        Path sidecar = write("monday/call-1.json", "{\"agentId\": \"a-1\"}");
        Path bare = write("monday/call-2.opus", "audio");
        Path transcript =
                write("call-3.json", "{\"language\": \"ru\", \"metadata\": {\"a\": [1]}, \"utterances\": []}");
        Path readme = write("README.md", "words");
        Path otherJson = write("settings.json", "{\"utterance\": 1}");
        Path broken = write("broken.json", "{\"a\": ");

        // When
        ImportScan.Found found = ImportScan.of(List.of(folder));

        // Then
        assertThat(found.items())
                .containsExactly(
                        new ImportItem("call-3", transcript, ImportItem.Kind.TRANSCRIPT, null),
                        new ImportItem("call-1", recording, ImportItem.Kind.RECORDING, sidecar),
                        new ImportItem("call-2", bare, ImportItem.Kind.RECORDING, null));
        assertThat(found.ignored()).containsExactlyInAnyOrder(readme, otherJson, broken);
    }

    @Test
    void derivesAnIdFromTheContentWhereTheNameIsNone() throws Exception {
        // Given
        Path first = write("звонок 1.wav", "same");
        Path second = write("звонок 2.wav", "same");
        Path third = write("звонок 3.wav", "other");

        // When
        List<String> ids = ImportScan.of(List.of(first, second, third)).items().stream()
                .map(ImportItem::callId)
                .toList();

        // Then
        assertThat(ids.get(0)).matches("[0-9a-f]{32}").isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void sendsWhatIsNamedOutrightWhateverItsEnding() throws Exception {
        // Given
        Path odd = write("recording.bin", "audio");

        // When
        ImportScan.Found found = ImportScan.of(List.of(odd));

        // Then
        assertThat(found.items()).extracting(ImportItem::kind).containsExactly(ImportItem.Kind.RECORDING);
    }

    @Test
    void saysWhatDoesNotExist() {
        // Given
        Path absent = folder.resolve("absent.wav");

        // When
        // Then
        assertThatThrownBy(() -> ImportScan.of(List.of(absent)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent.wav");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
