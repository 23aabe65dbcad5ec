package io.callscope.standalone.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one supervisor at a time work on a data folder, and tells the others who it is. On POSIX systems a process loses its
 * lock on a file as soon as it closes any other channel of it: whoever holds one is never told by opening the file again.
 */
public final class InstanceLock implements AutoCloseable {
    private static final String FILE = "supervisor.lock";

    /** What this process holds, by file. */
    private static final Map<Path, Instance> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private InstanceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * The supervisor that works on a data folder.
     *
     * @param pid its process
     * @param ports where its parts listen
     */
    public record Instance(long pid, PortPlan ports) {}

    /** Takes the lock; empty when another supervisor has it. */
    public static Optional<InstanceLock> tryTake(DataLayout layout, PortPlan ports) throws IOException {
        layout.createPrivately();
        Files.createDirectories(layout.run());
        Path file = file(layout);
        if (HELD.containsKey(file)) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            return Optional.empty();
        }
        Instance instance = new Instance(ProcessHandle.current().pid(), ports);
        String holder = "%d %d%n".formatted(instance.pid(), ports.base());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)), 0);
        HELD.put(file, instance);
        return Optional.of(new InstanceLock(file, channel));
    }

    /** The supervisor that holds the lock now; empty when none runs. */
    public static Optional<Instance> running(DataLayout layout) throws IOException {
        Path file = file(layout);
        Instance own = HELD.get(file);
        if (own != null) {
            return Optional.of(own);
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return locked(channel) ? Optional.empty() : holder(file);
        }
    }

    private static Path file(DataLayout layout) {
        return layout.run().resolve(FILE).toAbsolutePath().normalize();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static Optional<Instance> holder(Path file) throws IOException {
        String[] words =
                Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ");
        if (words.length != 2 || !words[0].matches("\\d{1,10}") || !words[1].matches("\\d{4,5}")) {
            return Optional.empty();
        }
        return Optional.of(new Instance(Long.parseLong(words[0]), new PortPlan(Integer.parseInt(words[1]))));
    }

    @Override
    public void close() throws IOException {
        HELD.remove(file);
        channel.close();
    }
}
