package io.callscope.ingest;

import io.callscope.kit.meter.MeterName;

/** What ingest-service counts. */
public enum IngestMeter implements MeterName {
    TAKEN_IN("callscope.ingest.calls", "calls", "Calls handed in, by outcome: accepted, already-there, conflict"),
    REFUSED("callscope.ingest.refused", "calls", "Calls that could not be taken, by reason"),
    FOLDER("callscope.ingest.folder.files", "files", "Files of the watched folder, by outcome");

    private final String meterName;
    private final String unit;
    private final String help;

    IngestMeter(String meterName, String unit, String help) {
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
