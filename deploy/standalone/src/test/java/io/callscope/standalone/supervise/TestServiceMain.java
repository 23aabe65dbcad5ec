package io.callscope.standalone.supervise;

import com.sun.net.httpserver.HttpServer;
import io.callscope.kit.ops.ParentWatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/**
 * A child for tests: {@code NAME PORT JOURNAL}. It answers {@code /ready} and writes into the journal when it starts and
 * when it was asked to end.
 */
public final class TestServiceMain {
    private TestServiceMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ParentWatch.startIfSupervised();
        Path journal = Path.of(args[2]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note(journal, "end " + args[0])));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), 4);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        note(journal, "start " + args[0]);
        server.start();
        new CountDownLatch(1).await();
    }

    private static void note(Path journal, String line) {
        try {
            Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
