package io.callscope.ingest;

import io.callscope.ingest.recording.IntakeOutcome;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what comes in. Thread-safe. */
public final class IngestMeters {
    private final MeterRegistry registry;

    public IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void takenIn(IntakeOutcome outcome) {
        String word = outcome instanceof IntakeOutcome.Accepted
                ? "accepted"
                : outcome instanceof IntakeOutcome.AlreadyThere ? "already-there" : "conflict";
        IngestMeter.TAKEN_IN.counter(registry, "outcome", word).increment();
    }

    /** A call could not be taken; the reason is one of a few fixed words. */
    public void refused(String reason) {
        IngestMeter.REFUSED.counter(registry, "reason", reason).increment();
    }

    /** A file of the folder was dealt with. */
    public void folderFile(String outcome) {
        IngestMeter.FOLDER.counter(registry, "outcome", outcome).increment();
    }
}
