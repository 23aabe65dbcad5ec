package io.callscope.analytics.pinned;

import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Counts pinned recordings. Thread-safe. */
public final class PinMeters {
    private final MeterRegistry registry;
    private final AtomicLong recordings = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    public PinMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
        gauge(AnalyticsMeter.PINNED, recordings);
        gauge(AnalyticsMeter.PINNED_BYTES, bytes);
        gauge(AnalyticsMeter.PINS_WAITING, waiting);
    }

    private void gauge(AnalyticsMeter meter, AtomicLong value) {
        Gauge.builder(meter.meterName(), value, AtomicLong::get)
                .description(meter.help())
                .register(registry);
    }

    /** How it is after a look. */
    void kept(int recordings, long bytes, int waiting) {
        this.recordings.set(recordings);
        this.bytes.set(bytes);
        this.waiting.set(waiting);
    }

    /** One could not be pinned. */
    void failed(String reason) {
        AnalyticsMeter.PIN_FAILURES.counter(registry, "reason", reason).increment();
    }
}
