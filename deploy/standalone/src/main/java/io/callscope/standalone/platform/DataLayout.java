package io.callscope.standalone.platform;

import io.callscope.embedded.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything of one installation lies. Immutable.
 *
 * @param home the project folder, with {@code deploy/config} and {@code deploy/demo}
 * @param data what callscope keeps: broker, database, models and so on
 */
public record DataLayout(Path home, Path data) {
    public DataLayout {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** The usual layout: the data in {@code .callscope} of the project folder. */
    public static DataLayout of(Path home) {
        return new DataLayout(home, home.resolve(".callscope"));
    }

    public Path broker() {
        return data.resolve("broker");
    }

    public Path database() {
        return data.resolve("database");
    }

    public Path models() {
        return data.resolve("models");
    }

    public Path spool() {
        return data.resolve("spool");
    }

    public Path work() {
        return data.resolve("work");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** The secret under which phone numbers become keys. */
    public Path customerKeySecret() {
        return data.resolve("customer-key.secret");
    }

    /** Configuration files as the services get them. */
    public Path effectiveConfig() {
        return data.resolve("config");
    }

    /** Process ids and locks. */
    public Path run() {
        return data.resolve("run");
    }

    /** The simulated month of the demo. */
    public Path month() {
        return data.resolve("month");
    }

    /** Configuration files as people write them. */
    public Path shippedConfig() {
        return home.resolve("deploy").resolve("config");
    }

    public Path demo() {
        return home.resolve("deploy").resolve("demo");
    }

    /**
     * Makes the data folder where it is absent; recordings and logs in it are nobody else's to read.
     *
     * @throws io.callscope.embedded.EmbeddedStartException when it belongs to another user
     */
    void createPrivately() throws IOException {
        if (!Files.exists(data)) {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Ownership.requireOwn(data, "callscope data");
    }

    /**
     * Deletes all data but the models, which are a long download, and the locks, one of which the caller holds.
     */
    public void deleteAllButModels() throws IOException {
        List<Path> kept = List.of(models(), run());
        List<Path> doomed;
        try (Stream<Path> entries = Files.list(data)) {
            doomed = entries.filter(entry -> !kept.contains(entry)).toList();
        }
        for (Path each : doomed) {
            deleteTree(each);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(root)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
