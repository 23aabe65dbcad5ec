package io.callscope.ingest.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.ingest.IngestMeters;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.recording.IntakeOutcome;
import io.callscope.ingest.recording.RecordingIntake;
import io.callscope.ingest.recording.RecordingTooLargeException;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.recording.Spool.Spooled;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.Health;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.model.call.CallId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a recorder drops into a folder. The folder is looked at again and again, which works on network drives
 * too. A file stays where it is until it is acknowledged, so nothing is lost when Kafka is away; a file that cannot be
 * taken moves to {@code rejected} beside a text that says why. One thread; {@link #close()} may come from any.
 */
public final class FolderWatcher implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderWatcher.class);
    private static final Set<String> NOT_RECORDINGS =
            Set.of("json", "csv", "txt", "tmp", "part", "filepart", "crdownload");
    private static final int DERIVED_ID_HEX = 32;

    /** What a file looked like when it was seen first. */
    private record Seen(long bytes, Instant modified, Instant since) {}

    private final FolderConfig config;
    private final FolderMetadata metadata;
    private final MetadataReader metadataReader;
    private final Spool spool;
    private final RecordingIntake recordings;
    private final IngestMeters meters;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final AtomicReference<Health> health = new AtomicReference<>(Health.up());
    private final RepeatedWork work = new RepeatedWork("folder-watcher", this::lookGuarded);

    public FolderWatcher(
            FolderConfig config,
            MetadataReader metadataReader,
            Spool spool,
            RecordingIntake recordings,
            IngestMeters meters,
            Clock clock) {
        this.config = config;
        this.metadata = new FolderMetadata(config.path(), config.pattern());
        this.metadataReader = metadataReader;
        this.spool = spool;
        this.recordings = recordings;
        this.meters = meters;
        this.clock = clock;
    }

    public void start() throws IOException {
        Files.createDirectories(config.path());
        work.start(Duration.ZERO, config.every());
    }

    /** UP while the folder can be read and what is in it can be taken. */
    public Health health() {
        return Objects.requireNonNull(health.get());
    }

    @Override
    public void close() {
        work.close();
    }

    private void lookGuarded() {
        try {
            look();
            health.set(Health.up());
        } catch (RetryableException e) {
            health.set(Health.down(Objects.requireNonNullElse(e.getMessage(), "waiting")));
        } catch (IOException | RuntimeException e) {
            health.set(Health.down(e.getClass().getSimpleName() + " on the watched folder"));
            LOGGER.atError().setCause(e).log("looking at the watched folder failed");
        }
    }

    /** Takes in every file that is complete. For the timer and for tests. */
    void look() throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(config.path())) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        }
        seen.keySet().retainAll(files);
        for (Path file : files) {
            firstSeen(file);
        }
        for (Path file : files) {
            if (isRecording(file) && isSettled(file) && isSettled(FolderMetadata.sidecarOf(file))) {
                takeOrReject(file, firstSeen(file));
            }
        }
    }

    /** Whether the file has not changed for long enough; true when there is none. */
    private boolean isSettled(Path file) {
        Seen first = seen.get(file);
        return first == null || Duration.between(first.since(), clock.instant()).compareTo(config.settle()) >= 0;
    }

    private static boolean isRecording(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !NOT_RECORDINGS.contains(ending);
    }

    private Seen firstSeen(Path file) throws IOException {
        long bytes = Files.size(file);
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        return Objects.requireNonNull(seen.compute(
                file,
                (path, before) -> before != null
                                && before.bytes() == bytes
                                && before.modified().equals(modified)
                        ? before
                        : new Seen(bytes, modified, clock.instant())));
    }

    private void takeOrReject(Path file, Seen first) throws IOException {
        String reason;
        try {
            Optional<ObjectNode> found = metadata.of(file);
            if (found.isEmpty()) {
                Duration waited = Duration.between(first.since(), clock.instant());
                if (waited.compareTo(config.waitForMetadata()) < 0) {
                    return;
                }
                reason = "no metadata: expected %s, a row in %s, or a name that fits namePattern"
                        .formatted(FolderMetadata.sidecarOf(file).getFileName(), FolderMetadata.MANIFEST);
            } else {
                reason = take(file, found.get());
            }
        } catch (MetadataException | RecordingTooLargeException | RejectedCallException e) {
            reason = Objects.requireNonNullElse(e.getMessage(), "metadata cannot be read");
        }
        moveAway(file, reason);
    }

    /** Null when the call is in Kafka; else why it cannot be taken. */
    private @Nullable String take(Path file, ObjectNode found) throws IOException {
        JsonNode givenId = found.remove("callId");
        try (InputStream content = Files.newInputStream(file);
                Spooled recording = spool.take(content)) {
            if (recording.bytes() == 0) {
                return "the file is empty; expected audio";
            }
            IntakeOutcome outcome =
                    recordings.accept(callId(file, givenId, recording), metadataReader.read(found), recording);
            meters.takenIn(outcome);
            return outcome instanceof IntakeOutcome.Conflict
                    ? "the call id is there already with other content; a call is never overwritten"
                    : null;
        }
    }

    private static CallId callId(Path file, @Nullable JsonNode givenId, Spooled recording) {
        String baseName = FolderMetadata.baseName(file);
        if (givenId == null && !baseName.matches("[A-Za-z0-9._:-]{1,128}")) {
            return new CallId(recording.sha256().substring(0, DERIVED_ID_HEX));
        }
        try {
            return new CallId(givenId == null ? baseName : givenId.asText());
        } catch (IllegalArgumentException e) {
            throw MetadataException.of("callId", Objects.requireNonNull(e.getMessage()));
        }
    }

    private void moveAway(Path file, @Nullable String rejection) throws IOException {
        Path target = config.path().resolve(rejection == null ? "done" : "rejected");
        Files.createDirectories(target);
        Path sidecar = FolderMetadata.sidecarOf(file);
        move(file, target);
        if (Files.isRegularFile(sidecar)) {
            move(sidecar, target);
        }
        if (rejection != null) {
            Files.writeString(target.resolve(file.getFileName() + ".reason.txt"), rejection + "\n");
            LOGGER.atWarn().log("file of the watched folder rejected");
        }
        meters.folderFile(rejection == null ? "done" : "rejected");
        seen.remove(file);
    }

    private static void move(Path file, Path target) throws IOException {
        Files.move(
                file, target.resolve(Objects.requireNonNull(file.getFileName())), StandardCopyOption.REPLACE_EXISTING);
    }
}
