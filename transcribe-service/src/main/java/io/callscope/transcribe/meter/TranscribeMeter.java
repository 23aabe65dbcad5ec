package io.callscope.transcribe.meter;

import io.callscope.kit.meter.MeterName;
import io.callscope.kit.meter.MeterSpec;
import java.util.List;

/**
 * Every meter of transcribe-service. {@code received = transcribed + imported + rejected + retried + abandoned + in
 * flight} holds at rest; what breaks it is a bug.
 */
public enum TranscribeMeter implements MeterName {
    /** Events taken up, each redelivery again. */
    RECEIVED("callscope.transcribe.received", "", "Events taken up, redeliveries included", List.of()),
    /** Events that are done with, by how. */
    CALLS(
            "callscope.transcribe.calls",
            "",
            "Events done with: transcribed, imported, rejected, retried, abandoned",
            List.of("outcome")),
    /** Rejected calls by reason. */
    REJECTED("callscope.transcribe.rejected", "", "Calls rejected for good", List.of("reason")),
    /** Length of what was transcribed. */
    AUDIO("callscope.transcribe.audio", "seconds", "Length of the calls transcribed", List.of("model")),
    /** Time that it took, from event to acknowledged transcript. */
    PROCESSING(
            "callscope.transcribe.processing",
            "seconds",
            "Time from event to acknowledged transcript",
            List.of("model")),
    /** Processing time over length of the call; below 1 a worker keeps up with one line. */
    REAL_TIME_FACTOR(
            "callscope.transcribe.real.time.factor", "", "Processing time over length of the call", List.of("model")),
    /** Copies that are played instead of the recordings, by why. */
    COPIES("callscope.transcribe.copies", "", "Copies made to be played: redaction, format", List.of("cause")),
    /** Events being worked on. */
    IN_FLIGHT("callscope.transcribe.in.flight", "", "Events being worked on", List.of());

    private final MeterSpec spec;
    private final List<String> tags;

    TranscribeMeter(String name, String unit, String help, List<String> tags) {
        this.spec = new MeterSpec(name, unit, help);
        this.tags = tags;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }

    /** Names of its tags, all from closed sets. */
    public List<String> tags() {
        return tags;
    }
}
