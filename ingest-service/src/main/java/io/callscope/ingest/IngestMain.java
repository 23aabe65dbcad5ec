package io.callscope.ingest;

import io.callscope.kit.ops.ServiceProcess;
import java.time.Clock;

/** The process of ingest-service: {@code --config FILE}. */
public final class IngestMain {
    private IngestMain() {}

    public static void main(String[] args) {
        System.exit(ServiceProcess.run(
                args, IngestConfig.class, System.err, config -> IngestService.start(config, Clock.systemUTC())));
    }
}
