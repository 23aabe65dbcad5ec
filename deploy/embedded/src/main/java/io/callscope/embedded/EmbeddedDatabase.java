package io.callscope.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server with its data in a folder that survives restarts and {@code kill -9} of the server or of this
 * process: what is committed is on the disk. The server is a process of its own; it outlives a killed owner, and the
 * next start on the folder stops it first. Works for root and for ordinary users. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String PART = "PostgreSQL database";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final long LARGEST_LOG_BYTES = 4L << 20;

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final Postmaster postmaster;
    private final ProcessHandle server;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedDatabase(
            DataFolder folder, EmbeddedPostgres postgres, Postmaster postmaster, int port, String password)
            throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        this.postmaster = postmaster;
        this.server = postmaster.find().orElseThrow(() -> new IOException("the server ended at once"));
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server; returns when it takes connections: some 3 seconds the first time, one later.
     *
     * @param dataDir made where absent, reused otherwise
     * @param port on 127.0.0.1
     * @throws EmbeddedStartException when the port is taken, the folder is in use or another user's, or the server
     *     does not come up
     */
    public static EmbeddedDatabase start(Path dataDir, int port) {
        DataFolder folder = DataFolder.claim(dataDir, PART);
        try {
            return start(folder, port);
        } catch (EmbeddedStartException e) {
            folder.close();
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            folder.close();
            throw new EmbeddedStartException(
                    "the %s in %s could not start: %s%s"
                            .formatted(PART, folder.path(), e.getMessage(), lastWords(folder)),
                    e);
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, int port) throws IOException, SQLException {
        Path data = folder.resolve("data");
        Path dataReady = folder.resolve("data.ready");
        Path binaries = folder.resolve("server");
        Path binariesReady = folder.resolve("server.ready");
        Postmaster postmaster = new Postmaster(data);
        postmaster.stopOrphan();
        Ports.requireFree(PART, port);
        folder.deleteUnlessMarked(dataReady, data);
        folder.deleteUnlessMarked(binariesReady, binaries);
        String password = DatabaseRole.password(folder.path());
        try {
            EmbeddedPostgres postgres =
                    builder(folder, data, binaries, port, password).start();
            mark(binariesReady);
            if (!Files.exists(dataReady)) {
                DatabaseRole.create(postgres.getPostgresDatabase(), data, password);
                mark(dataReady);
            }
            return new EmbeddedDatabase(folder, postgres, postmaster, port, password);
        } catch (IOException | SQLException | RuntimeException e) {
            postmaster.stopOrphan();
            throw e;
        }
    }

    private static EmbeddedPostgres.Builder builder(
            DataFolder folder, Path data, Path binaries, int port, String password) throws IOException {
        Path log = log(folder);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPgBinaryResolver(new OwnBinaries())
                .setPort(port)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                // The library turns both off, which loses committed rows when the server is killed.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // A socket file in /tmp would collide with other users' servers.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "48MB")
                .setServerConfig("max_wal_size", "256MB")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("io_method", "sync")
                .setServerConfig("jit", "off");
    }

    private static Path log(DataFolder folder) throws IOException {
        Path log = folder.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static String lastWords(DataFolder folder) {
        Path log = folder.resolve("server.log");
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
            return last.isEmpty() ? "" : "; the server's last words: " + String.join(" | ", last);
        } catch (IOException noLog) {
            return "";
        }
    }

    private static void mark(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    /** JDBC address without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DatabaseRole.NAME);
    }

    /** The role that owns the database; no superuser. */
    public String user() {
        return DatabaseRole.NAME;
    }

    public String password() {
        return password;
    }

    /** The password of the database in this folder, made now where there is none yet. */
    public static String passwordOf(Path dataDir) throws IOException {
        Files.createDirectories(dataDir);
        return DatabaseRole.password(dataDir);
    }

    /**
     * Stops the server that a killed process left running on this folder, if there is one.
     *
     * @throws EmbeddedStartException when a living process owns the folder, or the server will not end
     */
    public static void stopOrphanOf(Path dataDir) throws IOException {
        if (serverOf(dataDir) != null) {
            try (DataFolder folder = DataFolder.claim(dataDir, PART)) {
                new Postmaster(folder.resolve("data")).stopOrphan();
            }
        }
    }

    /** The server's process; its children serve the connections. Null when no server runs on the folder. */
    public static @Nullable ProcessHandle serverOf(Path dataDir) throws IOException {
        return new Postmaster(dataDir.toAbsolutePath().normalize().resolve("data"))
                .find()
                .orElse(null);
    }

    /** Whether the server still runs; false after it was killed or {@link #close closed}. */
    public boolean isRunning() {
        return Postmaster.isAlive(server);
    }

    /** The server's process; the processes that serve its connections are its children. */
    public long pid() {
        return server.pid();
    }

    /** Disconnects everybody, stops the server and lets the next one into the folder. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            postgres.close();
            postmaster.find().ifPresent(postmaster::stop);
        } catch (IOException e) {
            postmaster.stop(server);
        } finally {
            folder.close();
        }
    }

    /** The library remembers where it unpacked by resolver; one for each folder keeps folders apart. */
    private static final class OwnBinaries implements PgBinaryResolver {
        @Override
        public @Nullable InputStream getPgBinary(String system, String machine) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
    }
}
