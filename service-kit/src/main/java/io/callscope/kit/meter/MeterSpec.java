package io.callscope.kit.meter;

import java.util.Objects;

/**
 * What a meter is called and what it means.
 *
 * @param name in Micrometer's dotted form
 * @param unit base unit, in the plural; empty for a ratio
 * @param help one line for people
 */
public record MeterSpec(String name, String unit, String help) {
    public MeterSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(help, "help");
    }
}
