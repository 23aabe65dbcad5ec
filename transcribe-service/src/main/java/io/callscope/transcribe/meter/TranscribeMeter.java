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
    /** How long recordings wait before they are taken up. */
    QUEUE_AGE(
            "callscope.transcribe.queue.age",
            "seconds",
            "Age of a recording when it is taken up, from the moment it was accepted",
            List.of()),
    /** How much is done in all, whatever the number of workers; 1 is an hour of calls in an hour on each processor. */
    AUDIO_PER_CORE(
            "callscope.transcribe.audio.per.core",
            "",
            "Hours of calls transcribed in an hour by each processor, over the last ten minutes",
            List.of()),
    /** Times that the recogniser's process came up. */
    RECOGNISER_STARTED("callscope.transcribe.recogniser.started", "", "Recogniser processes that came up", List.of()),
    /** Times that it ended, by why. */
    RECOGNISER_ENDED(
            "callscope.transcribe.recogniser.ended",
            "",
            "Recogniser processes that ended: crashed, hung, too-large, recycled, not-started, closed",
            List.of("cause")),
    /** What crashes and hangs cost those who were not to blame, and culprits once. */
    RECOGNISER_RETRIED(
            "callscope.transcribe.recogniser.retried",
            "",
            "Calls tried again because the recogniser's process ended under them",
            List.of("cause")),
    /** Size of the recogniser's process. */
    RECOGNISER_RESIDENT(
            "callscope.transcribe.recogniser.resident",
            "bytes",
            "Memory that the recogniser's process has in RAM; 0 when there is none",
            List.of()),
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
