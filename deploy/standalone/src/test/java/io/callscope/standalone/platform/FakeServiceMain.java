package io.callscope.standalone.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpServer;
import io.callscope.kit.ops.ParentWatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands for a service: reads the address of {@code /ready} from its configuration, as the real ones do. */
public final class FakeServiceMain {
    private FakeServiceMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ParentWatch.startIfSupervised();
        JsonNode ops = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of(args[1]).toFile())
                .path("ops");
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        ops.path("host").asText(), ops.path("port").asInt()),
                4);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        new CountDownLatch(1).await();
    }
}
