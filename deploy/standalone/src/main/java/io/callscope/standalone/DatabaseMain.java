package io.callscope.standalone;

import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.EmbeddedStartException;
import io.callscope.kit.ops.ParentWatch;
import io.callscope.standalone.supervise.ReadyProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The process that keeps the database server; it ends when the server does, so that somebody starts both again. */
public final class DatabaseMain {
    private static final long LOOK_EVERY_MS = 300;

    private DatabaseMain() {}

    /** {@code FOLDER PORT READY_FILE}; exit code 1 when the server cannot start or ends by itself. */
    public static void main(String[] args) throws IOException, InterruptedException {
        ParentWatch.startIfSupervised();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            AtomicBoolean stopping = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true), "database-stopping"));
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "database-shutdown"));
            ReadyProbe.announce(Path.of(args[2]));
            while (database.isRunning()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            if (!stopping.get()) {
                System.err.println("the PostgreSQL server ended by itself");
            }
        } catch (EmbeddedStartException e) {
            System.err.println(e.getMessage());
        }
        System.exit(1);
    }
}
