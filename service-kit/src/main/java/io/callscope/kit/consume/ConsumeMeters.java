package io.callscope.kit.consume;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.meter.MeterName;
import io.callscope.kit.meter.MeterSpec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a consumer loop counts. At every moment, for each topic,
 * {@code received = succeeded + rejected + abandoned + in flight}; {@code retried} counts waits, not records. Alert on
 * {@code rejected} growing and on {@code in flight} staying at its limit. Thread-safe.
 */
public final class ConsumeMeters {
    /** Names, units and meanings. */
    public enum ConsumeMeter implements MeterName {
        RECEIVED("callscope.consume.received", "records", "Records taken from Kafka"),
        SUCCEEDED("callscope.consume.succeeded", "records", "Records whose outcome is durable"),
        REJECTED("callscope.consume.rejected", "records", "Records put into the dead letters"),
        ABANDONED(
                "callscope.consume.abandoned",
                "records",
                "Records given up on revocation or shutdown; they come again"),
        RETRIED("callscope.consume.retried", "waits", "Waits because something outside was away"),
        REJECTED_REASON("callscope.consume.rejected.reason", "records", "Rejected records by reason"),
        IN_FLIGHT("callscope.consume.in.flight", "records", "Records taken and not finished");

        private final MeterSpec spec;

        ConsumeMeter(String name, String unit, String help) {
            this.spec = new MeterSpec(name, unit, help);
        }

        @Override
        public MeterSpec spec() {
            return spec;
        }
    }

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();

    public ConsumeMeters(MeterRegistry registry, List<String> topics) {
        this.registry = registry;
        Gauge.builder(ConsumeMeter.IN_FLIGHT.meterName(), inFlight, AtomicInteger::get)
                .description(ConsumeMeter.IN_FLIGHT.help())
                .baseUnit(ConsumeMeter.IN_FLIGHT.unit())
                .register(registry);
        for (String topic : topics) {
            for (ConsumeMeter meter : List.of(
                    ConsumeMeter.RECEIVED,
                    ConsumeMeter.SUCCEEDED,
                    ConsumeMeter.REJECTED,
                    ConsumeMeter.ABANDONED,
                    ConsumeMeter.RETRIED)) {
                meter.counter(registry, "topic", topic);
            }
        }
    }

    void received(String topic) {
        inFlight.incrementAndGet();
        ConsumeMeter.RECEIVED.counter(registry, "topic", topic).increment();
    }

    void ended(String topic, RecordTask.Outcome outcome) {
        ConsumeMeter meter = switch (outcome) {
            case SUCCEEDED -> ConsumeMeter.SUCCEEDED;
            case REJECTED -> ConsumeMeter.REJECTED;
            case ABANDONED -> ConsumeMeter.ABANDONED;
        };
        meter.counter(registry, "topic", topic).increment();
        inFlight.decrementAndGet();
    }

    void retried(String topic) {
        ConsumeMeter.RETRIED.counter(registry, "topic", topic).increment();
    }

    void rejectedFor(RejectReason reason) {
        ConsumeMeter.REJECTED_REASON.counter(registry, "reason", reason.id()).increment();
    }
}
