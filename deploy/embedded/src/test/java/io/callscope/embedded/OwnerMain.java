package io.callscope.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Owns a broker or a database until it is killed: {@code broker|database FOLDER PORT CONTROLLER_PORT}. */
final class OwnerMain {
    private OwnerMain() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[1]);
        int port = Integer.parseInt(args[2]);
        if (args[0].equals("broker")) {
            EmbeddedBroker.start(folder, port, Integer.parseInt(args[3]));
        } else {
            EmbeddedDatabase.start(folder, port);
        }
        System.out.println("READY");
        new CountDownLatch(1).await();
    }
}
