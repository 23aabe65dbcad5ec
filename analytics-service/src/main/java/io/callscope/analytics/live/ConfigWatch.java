package io.callscope.analytics.live;

import io.callscope.analytics.live.LiveRulebook.Look;
import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the configuration folder again and again, on a thread of its own. Thread-safe. */
public final class ConfigWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConfigWatch.class);

    private final LiveRulebook rulebook;
    private final MeterRegistry registry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "config-watch");
        thread.setDaemon(true);
        return thread;
    });

    public ConfigWatch(LiveRulebook rulebook, MeterRegistry registry) {
        this.rulebook = Objects.requireNonNull(rulebook, "rulebook");
        this.registry = Objects.requireNonNull(registry, "registry");
        Gauge.builder(
                        AnalyticsMeter.CONFIG_REFUSED.meterName(),
                        rulebook,
                        live -> live.status().refusal() == null ? 0 : 1)
                .description(AnalyticsMeter.CONFIG_REFUSED.help())
                .register(registry);
    }

    /** Begins to look, with this time between two looks. */
    public void start(Duration every) {
        timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Look look = rulebook.look();
            if (look == Look.TAKEN_OVER || look == Look.REFUSED) {
                AnalyticsMeter.CONFIG_CHANGES
                        .counter(registry, "outcome", look == Look.TAKEN_OVER ? "taken-over" : "refused")
                        .increment();
            }
        } catch (RuntimeException e) {
            // A timer whose task throws never runs again.
            LOGGER.atError().addKeyValue("error", e.toString()).log("configuration folder could not be looked at");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
