package io.callscope.transcribe.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveUnpackerTest {
    @TempDir
    Path folder;

    private final ArchiveUnpacker unpacker = new ArchiveUnpacker(1_000);
    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
    }

    @Test
    void takesOneFolderOutOfAZip() throws Exception {
        // Given
        Path zip = zip(Map.of("model/am/final.mdl", "weights", "other/readme", "no", "model-2/x", "no"));

        // When
        unpacker.unzip(zip, "model", target);

        // Then
        assertThat(target.resolve("am/final.mdl")).hasContent("weights");
        assertThat(target.toFile().list()).containsExactly("am");
    }

    @Test
    void takesOneFolderOutOfATarball() throws Exception {
        // Given
        Path tar = tar(new TarArchiveEntry("package/model/english/conf/mfcc.conf"), "rate");

        // When
        unpacker.untarGz(tar, "package/model/english", target);

        // Then
        assertThat(target.resolve("conf/mfcc.conf")).hasContent("rate");
    }

    @Test
    void writesNothingOutsideTheTarget() throws Exception {
        // Given
        Path zip = zip(Map.of("model/../../escaped", "bad"));

        // When
        // Then
        assertThatThrownBy(() -> unpacker.unzip(zip, "model", target)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("escaped")).doesNotExist();
        assertThat(folder.getParent().resolve("escaped")).doesNotExist();
    }

    @Test
    void followsNoLinks() throws Exception {
        // Given
        TarArchiveEntry link = new TarArchiveEntry("model/conf", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc");
        Path tar = tar(link, "");

        // When
        // Then
        assertThatThrownBy(() -> unpacker.untarGz(tar, "model", target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no plain file");
        assertThat(target.toFile().list()).isEmpty();
    }

    @Test
    void stopsAtTheSizeThatAModelMayHave() throws Exception {
        // Given
        Path zip = zip(Map.of("model/a", "x".repeat(900), "model/b", "x".repeat(900)));

        // When
        // Then
        assertThatThrownBy(() -> unpacker.unzip(zip, "model", target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more bytes");
    }

    @Test
    void saysThatTheFolderIsNotThere() throws Exception {
        // Given
        Path zip = zip(Map.of("other/a", "x"));

        // When
        // Then
        assertThatThrownBy(() -> unpacker.unzip(zip, "model", target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no files in model/");
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    private Path tar(TarArchiveEntry entry, String content) throws IOException {
        Path tar = folder.resolve("archive.tgz");
        try (TarArchiveOutputStream out =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
            byte[] bytes = content.getBytes(UTF_8);
            if (entry.isFile()) {
                entry.setSize(bytes.length);
            }
            out.putArchiveEntry(entry);
            if (entry.isFile()) {
                out.write(bytes);
            }
            out.closeArchiveEntry();
        }
        return tar;
    }
}
