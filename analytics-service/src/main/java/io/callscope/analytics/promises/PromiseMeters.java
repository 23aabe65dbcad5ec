package io.callscope.analytics.promises;

import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Counts promises. Thread-safe. */
public final class PromiseMeters {
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();

    public PromiseMeters(MeterRegistry registry) {
        gauge(registry, AnalyticsMeter.PROMISES_OPEN, open);
        gauge(registry, AnalyticsMeter.PROMISES_OVERDUE, overdue);
    }

    private static void gauge(MeterRegistry registry, AnalyticsMeter meter, AtomicLong value) {
        Gauge.builder(meter.meterName(), value, AtomicLong::get)
                .description(meter.help())
                .register(registry);
    }

    /** How it is after a look. */
    void counted(PromiseFlags.Standing standing) {
        open.set(standing.open());
        overdue.set(standing.overdue());
    }
}
