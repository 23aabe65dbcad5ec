package io.callscope.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.live.LiveRulebook.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder as Kubernetes mounts a ConfigMap: files are links through a link that is exchanged at once. */
class MountedFolderTest {
    @TempDir
    Path mount;

    @Test
    void anExchangedLinkIsTakenOverAndTheNameBehindItIsNoPartOfTheVersion() throws IOException {
        // Given
        Path first = mount.resolve("..2026_10_12_1");
        LiveFolder.copyTo(first);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_10_12_1"));
        linkThroughData();
        LiveRulebook live = new LiveRulebook(new RulebookFiles(mount), LiveFolder.reader(), Clock.systemUTC());
        String before = live.get().codebook().hash();

        // When: the same content under another name, then a changed one
        exchange("..2026_10_12_2", false);
        Look same = live.look();
        exchange("..2026_10_12_3", true);
        live.look();
        Look changed = live.look();

        // Then
        assertThat(same).isEqualTo(Look.UNCHANGED);
        assertThat(changed).isEqualTo(Look.TAKEN_OVER);
        assertThat(live.get().codebook().hash()).isNotEqualTo(before);
    }

    @Test
    void linkedFilesHaveTheVersionOfPlainOnes(@TempDir Path bare) throws IOException {
        // Given
        LiveFolder.copyTo(bare);
        LiveFolder.copyTo(mount.resolve("..data"));
        linkThroughData();

        // When
        Rulebook linked = LiveFolder.reader().read(new RulebookFiles(mount));
        Rulebook plain = LiveFolder.reader().read(new RulebookFiles(bare));

        // Then
        assertThat(linked.version()).isEqualTo(plain.version());
        assertThat(linked.codebook().hash()).isEqualTo(plain.codebook().hash());
    }

    /** Every part of the folder, so that a part that is added later is linked too. */
    private void linkThroughData() throws IOException {
        List<Path> parts;
        try (Stream<Path> all = Files.list(mount.resolve("..data"))) {
            parts = all.map(Path::getFileName).toList();
        }
        for (Path part : parts) {
            Files.createSymbolicLink(mount.resolve(part), Path.of("..data").resolve(part));
        }
    }

    private void exchange(String name, boolean changed) throws IOException {
        Path content = mount.resolve(name);
        LiveFolder.copyTo(content);
        if (changed) {
            LiveFolder.change(content);
        }
        Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(name));
        Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }
}
