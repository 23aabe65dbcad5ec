package io.callscope.standalone;

import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.EmbeddedStartException;
import io.callscope.kit.ops.ParentWatch;
import io.callscope.standalone.supervise.ReadyProbe;
import java.io.IOException;
import java.nio.file.Path;

/** The broker's process: a fatal fault of the broker ends it, and it alone. */
public final class BrokerMain {
    private BrokerMain() {}

    /** {@code FOLDER PORT CONTROLLER_PORT READY_FILE}; exit code 1 when the broker cannot start. */
    public static void main(String[] args) throws IOException {
        ParentWatch.startIfSupervised();
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
            ReadyProbe.announce(Path.of(args[3]));
            broker.awaitEnd();
        } catch (EmbeddedStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
