package io.callscope.transcribe.handle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    Path parent;

    @Test
    void deletesWhatAKilledProcessLeftBehind() throws Exception {
        // Given a folder whose lock nobody holds
        Path abandoned = Files.createDirectory(parent.resolve("transcribe-123"));
        Files.createFile(abandoned.resolve("lock"));
        Files.writeString(abandoned.resolve("recording-1"), "someone's call");

        // When
        WorkFolder work = WorkFolder.open(parent);

        // Then
        assertThat(abandoned).doesNotExist();
        work.close();
    }

    @Test
    void leavesTheFolderOfALivingOneAlone() throws Exception {
        // Given
        WorkFolder living = WorkFolder.open(parent);
        Path recording = living.newFile();

        // When
        WorkFolder another = WorkFolder.open(parent);

        // Then
        assertThat(recording).exists();
        another.close();
        living.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void leavesOtherFilesAlone() throws Exception {
        // Given
        Path other = Files.createDirectory(parent.resolve("transcribe-notes"));
        Files.writeString(other.resolve("notes.txt"), "keep");

        // When
        WorkFolder.open(parent).close();

        // Then
        assertThat(other.resolve("notes.txt")).exists();
    }
}
