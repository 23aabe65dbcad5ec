package io.callscope.analytics.pipeline;

import io.callscope.kit.meter.MeterName;

/** What analytics-service counts and times. */
public enum AnalyticsMeter implements MeterName {
    ANALYZED("callscope.analytics.calls", "calls", "Calls analyzed, by verdict; a call analyzed again counts again"),
    MARKS("callscope.analytics.marks", "marks", "Marks found, by force and polarity"),
    FLAGS("callscope.analytics.flags", "flags", "Flags raised, by priority"),
    CLASSIFY("callscope.analytics.classify", "seconds", "Time to classify one call, without the database");

    private final String meterName;
    private final String unit;
    private final String help;

    AnalyticsMeter(String meterName, String unit, String help) {
        this.meterName = meterName;
        this.unit = unit;
        this.help = help;
    }

    @Override
    public String meterName() {
        return meterName;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String help() {
        return help;
    }
}
