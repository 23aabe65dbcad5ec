package io.callscope.kit.ops;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends this process when the process that started it is gone, however that went. Each main calls
 * {@link #startIfSupervised} first; it does nothing unless the system property {@value #PARENT_PID} is set.
 *
 * <p>It looks at this process's own parent and not at the old one: a killed process may stay in the process table for
 * as long as nobody collects it, but its children have another parent at once.
 */
public final class ParentWatch {
    /** System property with the process id of the supervisor. */
    public static final String PARENT_PID = "callscope.parent.pid";

    /** Exit status of a process whose parent is gone. */
    public static final int EXIT_PARENT_GONE = 75;

    private static final Logger LOGGER = LoggerFactory.getLogger(ParentWatch.class);
    private static final long LOOK_EVERY_MS = 500;
    /** A service drains for at most 10 s; what takes longer hangs. */
    private static final long END_WITHIN_MS = 20_000;

    private ParentWatch() {}

    /** Starts watching in the background when a supervisor started this process. */
    public static void startIfSupervised() {
        Long parent = Long.getLong(PARENT_PID);
        if (parent != null) {
            daemon("parent-watch", () -> watch(parent));
        }
    }

    private static void watch(long parent) {
        while (hasParent(parent)) {
            if (!slept(LOOK_EVERY_MS)) {
                return;
            }
        }
        LOGGER.atWarn().addKeyValue("pid", parent).log("supervisor is gone, ending");
        daemon("parent-watch-halt", () -> {
            if (slept(END_WITHIN_MS)) {
                Runtime.getRuntime().halt(EXIT_PARENT_GONE);
            }
        });
        System.exit(EXIT_PARENT_GONE);
    }

    private static boolean hasParent(long parent) {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L) == parent;
    }

    private static boolean slept(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
