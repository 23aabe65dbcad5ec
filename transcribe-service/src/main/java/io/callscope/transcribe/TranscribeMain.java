package io.callscope.transcribe;

import io.callscope.kit.ops.ServiceProcess;
import java.time.Clock;

/** The process of transcribe-service: {@code --config FILE}. Wants {@code OMP_NUM_THREADS=1} in its environment. */
public final class TranscribeMain {
    private TranscribeMain() {}

    public static void main(String[] args) {
        System.exit(ServiceProcess.run(
                args,
                TranscribeConfig.class,
                System.err,
                config -> TranscribeService.start(config, Clock.systemUTC())));
    }
}
