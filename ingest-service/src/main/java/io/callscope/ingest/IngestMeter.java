package io.callscope.ingest;

import io.callscope.kit.meter.MeterName;
import io.callscope.kit.meter.MeterSpec;

/** What ingest-service counts. */
public enum IngestMeter implements MeterName {
    TAKEN_IN("callscope.ingest.calls", "calls", "Calls handed in, by outcome: accepted, already-there, conflict"),
    REFUSED("callscope.ingest.refused", "calls", "Calls that could not be taken, by reason"),
    FOLDER("callscope.ingest.folder.files", "files", "Files of the watched folder, by outcome");

    private final MeterSpec spec;

    IngestMeter(String name, String unit, String help) {
        this.spec = new MeterSpec(name, unit, help);
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
