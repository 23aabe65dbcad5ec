package io.callscope.standalone.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A child process that runs one Java main.
 *
 * @param name for messages and for its files, such as {@code broker}
 * @param mainClass name of the class with the main method
 * @param arguments of main
 * @param jvmOptions heap and the like
 * @param environment variables added to this process's own
 * @param ready tells when it does its work
 * @param stopPatience how long it may take to end after it was asked to, before it is killed
 */
public record ChildSpec(
        String name,
        String mainClass,
        List<String> arguments,
        List<String> jvmOptions,
        Map<String, String> environment,
        ReadyProbe ready,
        Duration stopPatience) {
    public ChildSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mainClass, "mainClass");
        arguments = List.copyOf(arguments);
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(ready, "ready");
        Objects.requireNonNull(stopPatience, "stopPatience");
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "ChildSpec[%s, %s]".formatted(name, mainClass);
    }
}
