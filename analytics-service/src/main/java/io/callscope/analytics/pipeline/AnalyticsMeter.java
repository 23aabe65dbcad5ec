package io.callscope.analytics.pipeline;

import io.callscope.kit.meter.MeterName;
import io.callscope.kit.meter.MeterSpec;

/** What analytics-service counts and times. */
public enum AnalyticsMeter implements MeterName {
    ANALYZED("callscope.analytics.calls", "calls", "Calls analyzed, by verdict; a call analyzed again counts again"),
    MARKS("callscope.analytics.marks", "marks", "Marks found, by force and polarity"),
    FLAGS("callscope.analytics.flags", "flags", "Flags raised, by priority"),
    SWAPS(
            "callscope.analytics.party.swaps",
            "calls",
            "Calls whose agent and customer were exchanged by hand; outcome swapped, or taken-back"),
    CLASSIFY("callscope.analytics.classify", "seconds", "Time to classify one call, without the database");

    private final MeterSpec spec;

    AnalyticsMeter(String name, String unit, String help) {
        this.spec = new MeterSpec(name, unit, help);
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
