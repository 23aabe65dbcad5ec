package io.callscope.analytics.codebook;

import io.callscope.model.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files of a configuration folder. Links are followed, and what begins with a dot is no part of it: Kubernetes mounts
 * a ConfigMap as links into a folder of such a name, which is another one after each change. Stateless, thread-safe.
 */
public final class ConfigFiles {
    private ConfigFiles() {}

    /**
     * Files below the folder in the order of their names; none where there is no such folder.
     *
     * @param wanted asked with the file's name
     * @throws UncheckedIOException when the folder cannot be read
     */
    public static List<Path> below(Path folder, Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<Path>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                            return !each.equals(folder) && isHidden(each)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (!isHidden(file) && wanted.test(name(file))) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        found.sort(null);
        return found;
    }

    private static boolean isHidden(Path file) {
        return name(file).startsWith(".");
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? "" : last.toString();
    }

    /**
     * SHA-256 in hex over names, from the folder on, and contents.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static String hash(Path folder, List<Path> files) {
        try {
            MessageDigest digest = Sha256.begin();
            for (Path file : files) {
                digest.update(
                        folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
