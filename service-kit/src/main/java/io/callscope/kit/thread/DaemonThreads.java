package io.callscope.kit.thread;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/** Threads that keep no process alive. Stateless. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** Makes threads that all have this name. */
    public static ThreadFactory named(String name) {
        Objects.requireNonNull(name, "name");
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
