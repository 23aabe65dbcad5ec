package io.callscope.standalone.supervise;

import io.callscope.kit.ops.ParentWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of a child: the same Java and the same class path as this process. Immutable. */
public final class JavaCommand {
    private static final List<String> COMMON_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Djna.encoding=UTF-8");

    private JavaCommand() {}

    /** A builder of the child's process; streams are still to be redirected. */
    public static ProcessBuilder of(ChildSpec spec) {
        List<String> command = new ArrayList<>();
        // Ctrl-C reaches every process of the terminal. The children must not hear it: the supervisor stops them in
        // order. An ignored signal stays ignored in the Java that replaces this shell.
        command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(COMMON_OPTIONS);
        command.addAll(spec.jvmOptions());
        command.add("-D%s=%d"
                .formatted(ParentWatch.PARENT_PID, ProcessHandle.current().pid()));
        command.add(spec.mainClass());
        command.addAll(spec.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.putAll(spec.environment());
        // In the environment and not among the arguments, so that process lists stay readable.
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }
}
