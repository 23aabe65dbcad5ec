package io.callscope.ingest.recording;

import io.callscope.model.recording.AudioManifest;
import org.jspecify.annotations.Nullable;

/** What became of a call that was handed in. */
public sealed interface IntakeOutcome {
    /**
     * It is in Kafka now.
     *
     * @param manifest where the recording lies; null for a transcript
     */
    record Accepted(@Nullable AudioManifest manifest) implements IntakeOutcome {}

    /**
     * The same call with the same content was there before; nothing was done.
     *
     * @param manifest where the recording lies; null for a transcript
     */
    record AlreadyThere(@Nullable AudioManifest manifest) implements IntakeOutcome {}

    /** The id belongs to a call with other content; nothing was done. */
    record Conflict() implements IntakeOutcome {}
}
