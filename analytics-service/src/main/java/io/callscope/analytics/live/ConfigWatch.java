package io.callscope.analytics.live;

import io.callscope.analytics.live.LiveRulebook.Look;
import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.callscope.kit.thread.RepeatedWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;

/** Looks at the configuration folder again and again, on a thread of its own. Thread-safe. */
public final class ConfigWatch implements AutoCloseable {
    private final LiveRulebook rulebook;
    private final MeterRegistry registry;
    private final RepeatedWork work = new RepeatedWork("config-watch", this::look);

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
        work.start(every, every);
    }

    private void look() {
        Look look = rulebook.look();
        if (look == Look.TAKEN_OVER || look == Look.REFUSED) {
            AnalyticsMeter.CONFIG_CHANGES
                    .counter(registry, "outcome", look == Look.TAKEN_OVER ? "taken-over" : "refused")
                    .increment();
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
