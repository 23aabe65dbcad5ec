package io.callscope.analytics.pipeline;

import io.callscope.analytics.llm.LlmMeter;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.budget.LedgerPurse;
import io.callscope.analytics.llm.parked.ParkedQueue;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a minute: books what instances that are gone had set aside, and counts parked calls. Thread-safe. */
public final class ModelUpkeep implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ModelUpkeep.class);

    private final LedgerPurse purse;
    private final ParkedQueue queue;
    private final MultiGauge parked;
    private final RepeatedWork work = new RepeatedWork("model-upkeep", this::run);

    public ModelUpkeep(LedgerPurse purse, ParkedQueue queue, MeterRegistry meters) {
        this.purse = purse;
        this.queue = queue;
        this.parked = MultiGauge.builder(LlmMeter.PARKED.meterName())
                .description(LlmMeter.PARKED.help())
                .baseUnit(LlmMeter.PARKED.unit())
                .register(meters);
    }

    public void start() {
        work.start(Duration.ZERO, Duration.ofMinutes(1));
    }

    void run() {
        try {
            int settled = purse.settleExpired();
            if (settled > 0) {
                LOGGER.atWarn().addKeyValue("requests", settled).log("requests that nobody ended are booked in full");
            }
            Map<LlmFailure, Long> counts = queue.counts();
            parked.register(
                    Arrays.stream(LlmFailure.values())
                            .map(reason ->
                                    MultiGauge.Row.of(Tags.of("reason", reason.id()), counts.getOrDefault(reason, 0L)))
                            .toList(),
                    true);
        } catch (RetryableException away) {
            LOGGER.atInfo().addKeyValue("error", away.toString()).log("upkeep of the language model waits");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
