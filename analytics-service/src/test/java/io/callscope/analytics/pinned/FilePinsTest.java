package io.callscope.analytics.pinned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.recording.AudioManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePinsTest {
    @TempDir
    private Path root;

    private final HashedSource topic = new HashedSource();

    private FilePins pins(long bound) {
        return new FilePins(root.resolve("pinned"), new DataSize(bound));
    }

    @Test
    void whatIsPinnedIsReadAfterTheTopicHasLostIt() throws Exception {
        // Given
        AudioManifest recording = topic.add(1_000);
        byte[] bytes = topic.bytes(recording);
        pins(10_000).pin(recording, topic);
        topic.lose(recording);

        // When
        FilePins afterRestart = pins(10_000);
        new PinnedFirst(afterRestart, topic).copyTo(recording, root.resolve("heard"));

        // Then
        assertThat(root.resolve("heard")).hasBinaryContent(bytes);
        assertThat(afterRestart.held()).containsExactly(recording.sha256());
        assertThat(afterRestart.bytes()).isEqualTo(1_000);
        assertThat(topic.fetches).isEqualTo(1);
    }

    @Test
    void moreThanTheBoundIsRefusedBeforeItIsFetched() {
        // Given
        FilePins pins = pins(1_500);
        pins.pin(topic.add(1_000), topic);
        AudioManifest another = topic.add(501);

        // When, Then
        assertThatThrownBy(() -> pins.pin(another, topic))
                .isInstanceOf(PinsFullException.class)
                .hasMessage("501 bytes more than the 1000 that are pinned: expected at most 1500 in all");
        assertThat(topic.fetches).isEqualTo(1);
        pins.pin(topic.add(500), topic);
        assertThat(pins.bytes()).isEqualTo(1_500);
    }

    @Test
    void aRecordingThatIsGoneLeavesNothingBehind() throws Exception {
        // Given
        FilePins pins = pins(10_000);
        AudioManifest recording = topic.add(1_000);
        topic.lose(recording);

        // When, Then
        assertThatThrownBy(() -> pins.pin(recording, topic)).isInstanceOf(RejectedCallException.class);
        try (var files = Files.list(root.resolve("pinned"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void halfWrittenFilesOfAnEarlierRunAreRemovedAndNeverPlayed() throws Exception {
        // Given
        AudioManifest recording = topic.add(1_000);
        Path folder = Files.createDirectories(root.resolve("pinned"));
        Files.write(folder.resolve(recording.sha256() + ".1.part"), new byte[500]);

        // When
        FilePins pins = pins(10_000);

        // Then
        assertThat(pins.copyTo(recording.sha256(), root.resolve("heard"))).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aDamagedPinIsDroppedAndTheTopicAsked() throws Exception {
        // Given
        FilePins pins = pins(10_000);
        AudioManifest recording = topic.add(1_000);
        pins.pin(recording, topic);
        Files.write(root.resolve("pinned").resolve(recording.sha256()), new byte[1_000]);

        // When
        new PinnedFirst(pins, topic).copyTo(recording, root.resolve("heard"));

        // Then
        assertThat(root.resolve("heard")).hasBinaryContent(topic.bytes(recording));
        assertThat(pins.held()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "", "ABCD", "0123/../x"})
    void namesThatAreNoHashLeadNowhere(String name) {
        assertThatThrownBy(() -> pins(10).unpin(name)).hasMessageContaining("expected 64 hex digits");
        assertThatThrownBy(() -> pins(10).copyTo(name, root.resolve("x")))
                .hasMessageContaining("expected 64 hex digits");
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        // Given
        Files.writeString(root.resolve("pinned"), "a file");

        // When, Then
        assertThatThrownBy(() -> pins(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pinned");
    }
}
