package io.callscope.standalone.supervise;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A supervisor process for tests: {@code FOLDER STORE_PORT SERVICE_PORT}; prints READY. */
public final class TestSupervisorMain {
    private TestSupervisorMain() {}

    public static void main(String[] args) throws InterruptedException {
        Supervisor supervisor = SupervisorIT.storeAndService(
                Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close));
        supervisor.start();
        System.out.println("READY");
        new CountDownLatch(1).await();
    }
}
