package io.callscope.ingest.http;

import io.callscope.ingest.IngestMeters;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.recording.IntakeOutcome;
import io.callscope.ingest.recording.RecordingIntake;
import io.callscope.ingest.recording.RecordingTooLargeException;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.recording.Spool.Spooled;
import io.callscope.ingest.transcript.TranscriptIntake;
import io.callscope.ingest.vcon.VconIntake;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.json.EventJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /api/recordings/{callId}} (the body is the audio and the metadata stands in headers, or multipart with the
 * parts {@code metadata} and {@code audio}), {@code POST /api/recordings} for sources without ids (the id is derived
 * from the recording's hash), {@code PUT /api/transcripts/{callId}}, and {@code PUT /api/vcons}, whose body names the
 * call. 201 taken, 200 the same was there, 409 the id
 * has other content.
 */
final class UploadApi {
    private static final int DERIVED_ID_HEX = 32;

    private final MetadataReader metadataReader;
    private final Spool spool;
    private final RecordingIntake recordings;
    private final TranscriptIntake transcripts;
    private final VconIntake vcons;
    private final IngestMeters meters;
    private final long maxRecordingBytes;
    private final long maxTranscriptBytes;

    UploadApi(
            MetadataReader metadataReader,
            Spool spool,
            RecordingIntake recordings,
            TranscriptIntake transcripts,
            VconIntake vcons,
            IngestMeters meters,
            long maxRecordingBytes,
            long maxTranscriptBytes) {
        this.metadataReader = metadataReader;
        this.spool = spool;
        this.recordings = recordings;
        this.transcripts = transcripts;
        this.vcons = vcons;
        this.meters = meters;
        this.maxRecordingBytes = maxRecordingBytes;
        this.maxTranscriptBytes = maxTranscriptBytes;
    }

    void addTo(RoutesConfig routes) {
        routes.put("/api/recordings/{callId}", context -> putRecording(context, callIdOf(context)));
        routes.post("/api/recordings", context -> putRecording(context, null));
        routes.put("/api/transcripts/{callId}", this::putTranscript);
        routes.put("/api/vcons", this::putVcon);
    }

    private void putRecording(Context context, @Nullable CallId givenId) throws IOException {
        if (context.isMultipartFormData()) {
            putMultipart(context, givenId);
            return;
        }
        CallMetadata metadata = metadataReader.read(HeaderMetadata.of(context));
        try (Spooled recording = spool.take(context.bodyInputStream())) {
            take(context, givenId, metadata, recording);
        }
    }

    private void putMultipart(Context context, @Nullable CallId givenId) throws IOException {
        UploadedFile audio = audioPart(context);
        if (audio == null) {
            throw MetadataException.of("audio", "the part is missing; expected multipart parts metadata and audio");
        }
        CallMetadata metadata = metadataReader.read(metadataPart(context));
        try (InputStream content = audio.content();
                Spooled recording = spool.take(content)) {
            take(context, givenId, metadata, recording);
        }
    }

    /** The first access reads and checks the whole body. */
    private @Nullable UploadedFile audioPart(Context context) throws IOException {
        try {
            return context.uploadedFile("audio");
        } catch (Exception e) {
            // Javalin declares nothing and lets the server's exceptions through, checked ones included.
            if (e instanceof IOException brokenOff) {
                throw brokenOff;
            }
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (Objects.requireNonNullElse(cause.getMessage(), "").contains("exceeded")) {
                    throw new RecordingTooLargeException(maxRecordingBytes);
                }
            }
            throw MetadataException.of("body", "no valid multipart/form-data with the parts metadata and audio");
        }
    }

    private static String metadataPart(Context context) throws IOException {
        String field = context.formParam("metadata");
        if (field != null) {
            return field;
        }
        UploadedFile part = context.uploadedFile("metadata");
        if (part == null) {
            throw MetadataException.of("metadata", "the part is missing; expected multipart parts metadata and audio");
        }
        try (InputStream content = part.content()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void take(Context context, @Nullable CallId givenId, CallMetadata metadata, Spooled recording)
            throws IOException {
        if (recording.bytes() == 0) {
            Problem.of(422, "empty-recording", "The recording is empty", "0 bytes came; expected audio")
                    .answer(context);
            return;
        }
        CallId callId =
                givenId != null ? givenId : new CallId(recording.sha256().substring(0, DERIVED_ID_HEX));
        answer(context, callId, recordings.accept(callId, metadata, recording), List.of());
    }

    private void putTranscript(Context context) throws IOException {
        CallId callId = callIdOf(context);
        Optional<byte[]> body = body(context, "transcript");
        if (body.isPresent()) {
            answer(context, callId, transcripts.accept(callId, body.get()), List.of());
        }
    }

    private void putVcon(Context context) throws IOException {
        Optional<byte[]> body = body(context, "vcon");
        if (body.isPresent()) {
            VconIntake.Taken taken = vcons.accept(body.get());
            answer(context, taken.callId(), taken.outcome(), taken.leftOut());
        }
    }

    /** The whole body; empty when it is too large, which was answered then. */
    private Optional<byte[]> body(Context context, String what) throws IOException {
        try (InputStream content = context.bodyInputStream()) {
            byte[] body = content.readNBytes(Math.toIntExact(maxTranscriptBytes) + 1);
            if (body.length <= maxTranscriptBytes) {
                return Optional.of(body);
            }
        }
        Problem.of(
                        413,
                        what + "-too-large",
                        "The %s is too large".formatted(what),
                        "more than %d bytes (maxTranscriptSize)".formatted(maxTranscriptBytes))
                .answer(context);
        return Optional.empty();
    }

    private void answer(Context context, CallId callId, IntakeOutcome outcome, List<String> leftOut) {
        meters.takenIn(outcome);
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            answer(context, 201, callId, "accepted", accepted.manifest(), leftOut);
        } else if (outcome instanceof IntakeOutcome.AlreadyThere there) {
            answer(context, 200, callId, "already-there", there.manifest(), leftOut);
        } else {
            Problem.of(
                            409,
                            "call-exists",
                            "The call id is taken",
                            "call %s is there already with other content; a call is never overwritten"
                                    .formatted(callId))
                    .answer(context);
        }
    }

    private static void answer(
            Context context,
            int status,
            CallId callId,
            String outcome,
            @Nullable Object manifest,
            List<String> leftOut) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("callId", callId);
        body.put("outcome", outcome);
        if (manifest != null) {
            body.put("audio", manifest);
        }
        if (!leftOut.isEmpty()) {
            body.put("leftOut", leftOut);
        }
        context.status(status).contentType("application/json").result(EventJson.write(body));
    }

    private static CallId callIdOf(Context context) {
        try {
            return new CallId(context.pathParam("callId"));
        } catch (IllegalArgumentException e) {
            throw MetadataException.of("callId", Objects.requireNonNull(e.getMessage()));
        }
    }
}
