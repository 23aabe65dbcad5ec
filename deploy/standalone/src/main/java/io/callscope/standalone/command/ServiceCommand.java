package io.callscope.standalone.command;

import io.callscope.standalone.platform.Part;
import io.callscope.standalone.supervise.ChildSpec;
import io.callscope.standalone.supervise.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callscope ingest|transcribe|analytics}: one service, in a process with the settings that it needs. */
@Command
final class ServiceCommand implements Callable<Integer> {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Part part;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the service's YAML file")
    private @Nullable Path config;

    ServiceCommand(Part part) {
        this.part = part;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ChildSpec spec = new ChildSpec(
                part.id(),
                part.mainClass(),
                List.of("--config", String.valueOf(config)),
                part.jvmOptions(),
                part.environment(),
                pid -> true,
                STOP_PATIENCE);
        Process service = JavaCommand.of(spec).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop-" + part.id()));
        return service.waitFor();
    }

    private static void stop(Process service) {
        service.destroy();
        try {
            if (!service.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
