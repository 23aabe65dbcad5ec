package io.callscope.analytics;

import io.callscope.kit.ops.ServiceProcess;
import java.time.Clock;

/** The process of analytics-service: {@code --config FILE}. */
public final class AnalyticsMain {
    private AnalyticsMain() {}

    public static void main(String[] args) {
        System.exit(ServiceProcess.run(
                args, AnalyticsConfig.class, System.err, config -> AnalyticsService.start(config, Clock.systemUTC())));
    }
}
