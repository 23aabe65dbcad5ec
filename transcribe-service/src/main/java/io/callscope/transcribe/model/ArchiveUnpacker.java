package io.callscope.transcribe.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Takes one folder out of an archive that came from outside: plain files only, none outside the target, and neither
 * more files nor more bytes than a model has. Stateless.
 */
final class ArchiveUnpacker {
    private static final int MOST_ENTRIES = 100_000;

    private final long mostBytes;

    ArchiveUnpacker(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void unzip(Path archive, String folder, Path target) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                ZipArchiveInputStream zip = new ZipArchiveInputStream(in)) {
            unpack(zip, folder, target);
        }
    }

    void untarGz(Path archive, String folder, Path target) throws IOException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)));
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            unpack(tar, folder, target);
        }
    }

    private void unpack(ArchiveInputStream<? extends ArchiveEntry> archive, String folder, Path target)
            throws IOException {
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        long left = mostBytes;
        int entries = 0;
        int files = 0;
        ArchiveEntry entry;
        while ((entry = archive.getNextEntry()) != null) {
            if (++entries > MOST_ENTRIES) {
                throw new IOException("more than %d entries in the archive".formatted(MOST_ENTRIES));
            }
            String name = entry.getName();
            if (!name.startsWith(prefix) || entry.isDirectory()) {
                continue;
            }
            left -= write(archive, inside(target, entry, name.substring(prefix.length())), left);
            files++;
        }
        if (files == 0) {
            throw new IOException("the archive has no files in %s".formatted(prefix));
        }
    }

    private static Path inside(Path target, ArchiveEntry entry, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        boolean plain = entry instanceof TarArchiveEntry tar
                ? tar.isFile() && !tar.isLink() && !tar.isSymbolicLink()
                : entry instanceof ZipArchiveEntry zip && !zip.isUnixSymlink();
        if (!plain || !file.startsWith(target) || file.equals(target) || name.indexOf('\\') >= 0) {
            throw new IOException("the archive holds an entry that is no plain file inside the model");
        }
        return file;
    }

    private static long write(InputStream in, Path file, long most) throws IOException {
        Files.createDirectories(file.getParent());
        long written = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            int length;
            while ((length = in.read(buffer)) >= 0) {
                written += length;
                if (written > most) {
                    throw new IOException("the archive unpacks to more bytes than a model may have");
                }
                out.write(buffer, 0, length);
            }
        }
        return written;
    }
}
