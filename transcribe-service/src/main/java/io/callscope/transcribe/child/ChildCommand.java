package io.callscope.transcribe.child;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.ops.ParentWatch;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a child is started: the Java and the class path of this process, and pipes that nothing else writes into. Needs a
 * shell ({@code sh}) and {@code /dev/fd}, as Linux and macOS have them. Immutable.
 *
 * @param mainClass whose main serves with {@link ChildServer#onPipes()}
 * @param arguments of main; seen by everyone who lists processes
 * @param heap most memory of the Java heap; native memory comes on top
 * @param crashReport where the JVM writes what it knows of a native crash; the last one only
 */
public record ChildCommand(String mainClass, List<String> arguments, DataSize heap, Path crashReport) {
    /**
     * Native libraries print where they like. The pipe for answers therefore becomes descriptor 3, and what is printed
     * goes to the errors of this process. Ctrl-C reaches every process of a terminal: the parent ends the child itself.
     */
    private static final String SHELL = "trap '' INT HUP; exec 3>&1 1>&2; exec \"$0\" \"$@\"";

    /**
     * Keeps more of what a recogniser frees at hand for its next chunk, instead of merging it and giving it back to the
     * system: a few hundredths less processor time for some tens of MiB. Other C libraries than glibc ignore it.
     */
    private static final String MEMORY_AT_HAND = String.join(
            ":",
            "glibc.malloc.tcache_count=1000",
            "glibc.malloc.mxfast=0",
            "glibc.malloc.trim_threshold=134217728",
            "glibc.malloc.mmap_threshold=33554432");

    private static final String ANSWERS = "/dev/fd/3";

    public ChildCommand {
        Objects.requireNonNull(mainClass, "mainClass");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(heap, "heap");
        Objects.requireNonNull(crashReport, "crashReport");
    }

    Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SHELL));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                // nearly all work is native: a small heap with one collector thread leaves the processors to it; what
                // is
                // not, telling voices apart, is many times slower without the optimising compiler
                "-XX:+UseSerialGC",
                "-Xmx" + heap.bytes(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + crashReport.toAbsolutePath(),
                "-Dfile.encoding=UTF-8",
                "-Djna.encoding=UTF-8",
                "-D%s=%d"
                        .formatted(
                                ParentWatch.PARENT_PID, ProcessHandle.current().pid())));
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // linear algebra on one thread for each recogniser
        builder.environment().put("OMP_NUM_THREADS", "1");
        // a decoder asks for memory all the time: two that share an arena take a sixth more processor time each, so the
        // few arenas that keep the other processes small are not for this one
        builder.environment().remove("MALLOC_ARENA_MAX");
        builder.environment().putIfAbsent("GLIBC_TUNABLES", MEMORY_AT_HAND);
        // in the environment, so that process lists stay readable
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }

    /** The child's end of the pipes. */
    static Frames pipesOfThisProcess() throws IOException {
        return new Frames(System.in, new FileOutputStream(ANSWERS));
    }
}
