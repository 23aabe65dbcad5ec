package io.callscope.standalone.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A supervisor of a real broker, a real database and fake services: {@code HOME PORT}; prints READY. */
public final class FakeInstallationMain {
    static final Map<Part, String> MAINS = Map.of(
            Part.BROKER, Part.BROKER.mainClass(),
            Part.DATABASE, Part.DATABASE.mainClass(),
            Part.INGEST, FakeServiceMain.class.getName(),
            Part.TRANSCRIBE, FakeServiceMain.class.getName(),
            Part.ANALYTICS, FakeServiceMain.class.getName());

    private FakeInstallationMain() {}

    public static void main(String[] args) throws Exception {
        Installation.start(
                DataLayout.of(Path.of(args[0])),
                new PortPlan(Integer.parseInt(args[1])),
                MAINS,
                false,
                System.out::println);
        System.out.println("READY");
        new CountDownLatch(1).await();
    }
}
