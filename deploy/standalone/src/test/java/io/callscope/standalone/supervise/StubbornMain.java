package io.callscope.standalone.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A child for tests that says it is ready and hangs when it is asked to end: {@code READY_FILE}. */
public final class StubbornMain {
    private StubbornMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(StubbornMain::sleepForMinutes));
        ReadyProbe.announce(Path.of(args[0]));
        sleepForMinutes();
    }

    private static void sleepForMinutes() {
        try {
            TimeUnit.MINUTES.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
