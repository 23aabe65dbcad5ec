package io.callscope.kit.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** A meter of a catalogue: every service lists its own in one enum that implements this. */
public interface MeterName {
    /** Name, unit and meaning. */
    MeterSpec spec();

    /** Name in Micrometer's dotted form. */
    default String meterName() {
        return spec().name();
    }

    /** Base unit, in the plural. */
    default String unit() {
        return spec().unit();
    }

    /** One line for people. */
    default String help() {
        return spec().help();
    }

    /** The counter of this name. */
    default Counter counter(MeterRegistry registry, String... tags) {
        return Counter.builder(meterName())
                .description(help())
                .baseUnit(unit())
                .tags(tags)
                .register(registry);
    }

    /** The timer of this name; its unit is seconds. */
    default Timer timer(MeterRegistry registry, String... tags) {
        return Timer.builder(meterName()).description(help()).tags(tags).register(registry);
    }
}
