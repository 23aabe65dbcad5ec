package io.callscope.ingest.vcon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.recording.IntakeOutcome;
import io.callscope.ingest.recording.RecordingIntake;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.recording.Spool.Spooled;
import io.callscope.ingest.transcript.TranscriptIntake;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Takes a call in that comes as a vCon, the same way as one that comes by itself. Thread-safe. */
public final class VconIntake {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WAV_CHANNELS_AT = 22;

    private final MetadataReader metadata;
    private final Spool spool;
    private final RecordingIntake recordings;
    private final TranscriptIntake transcripts;

    public VconIntake(MetadataReader metadata, Spool spool, RecordingIntake recordings, TranscriptIntake transcripts) {
        this.metadata = metadata;
        this.spool = spool;
        this.recordings = recordings;
        this.transcripts = transcripts;
    }

    /**
     * What became of it.
     *
     * @param callId the call that it is
     * @param leftOut what stood in it and was not taken
     */
    public record Taken(CallId callId, IntakeOutcome outcome, List<String> leftOut) {}

    /**
     * Returns once the call is acknowledged.
     *
     * @throws VconException naming every place that is wrong
     * @throws io.callscope.ingest.metadata.MetadataException naming every field of the metadata that is wrong
     * @throws io.callscope.kit.failure.RetryableException when Kafka or the database does not answer
     */
    public Taken accept(byte[] body) throws IOException {
        VconCall call = VconReader.read(body);
        IntakeOutcome outcome = call.content() instanceof VconCall.Recording recording
                ? recording(call, recording)
                : transcript(call.callId(), (VconCall.Transcript) call.content());
        return new Taken(call.callId(), outcome, call.leftOut());
    }

    private IntakeOutcome transcript(CallId callId, VconCall.Transcript transcript) throws JsonProcessingException {
        return transcripts.accept(callId, JSON.writeValueAsBytes(transcript.source()));
    }

    private IntakeOutcome recording(VconCall call, VconCall.Recording recording) throws IOException {
        byte[] audio = decoded(recording);
        int channels = wavChannels(audio);
        if (channels > 0 && recording.channels() > 0 && channels != recording.channels()) {
            throw VconException.of(
                    recording.path().replace(".body", ".parties"),
                    "names %d channels, and the recording has %d".formatted(recording.channels(), channels));
        }
        CallMetadata read = metadata.read(call.metadata());
        try (Spooled spooled = spool.take(new ByteArrayInputStream(audio))) {
            return recordings.accept(call.callId(), read, spooled);
        }
    }

    private static byte[] decoded(VconCall.Recording recording) {
        byte[] audio;
        try {
            audio = Base64.getUrlDecoder().decode(recording.base64url());
        } catch (IllegalArgumentException e) {
            throw VconException.of(recording.path(), "no valid base64url");
        }
        if (audio.length == 0) {
            throw VconException.of(recording.path(), "0 bytes; expected audio");
        }
        return audio;
    }

    /** Channels of a WAV whose first part is its format; 0 when it is another file. */
    private static int wavChannels(byte[] audio) {
        boolean wav = audio.length > WAV_CHANNELS_AT + 1
                && new String(audio, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")
                && new String(audio, 8, 8, StandardCharsets.US_ASCII).equals("WAVEfmt ");
        return wav ? ByteBuffer.wrap(audio).order(ByteOrder.LITTLE_ENDIAN).getShort(WAV_CHANNELS_AT) & 0xffff : 0;
    }
}
