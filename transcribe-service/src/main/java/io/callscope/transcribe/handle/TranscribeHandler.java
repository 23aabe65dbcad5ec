package io.callscope.transcribe.handle;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.consume.Received;
import io.callscope.kit.consume.RecordHandler;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.json.EventJson;
import io.callscope.model.json.MalformedEventException;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.audio.HeaderlessRecording;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.playback.Playback;
import io.callscope.transcribe.playback.PlaybackStep;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.TranscribedRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recordings and imported transcripts in, transcripts out. The same event twice gives the same transcript twice.
 * Thread-safe.
 */
public final class TranscribeHandler implements RecordHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(TranscribeHandler.class);

    /**
     * The attribute by which a source says what a recording without any header is. Not "codec": that is often the
     * telephone line's.
     */
    static final String CODEC_ATTRIBUTE = "rawCodec";

    private final RecordingSource recordings;
    private final CallTranscriber transcriber;
    private final EventPublisher publisher;
    private final PlaybackStep playback;
    private final WorkFolder work;
    private final TranscribeMeters meters;
    private final Clock clock;

    public TranscribeHandler(
            RecordingSource recordings,
            CallTranscriber transcriber,
            EventPublisher publisher,
            PlaybackStep playback,
            WorkFolder work,
            TranscribeMeters meters,
            Clock clock) {
        this.recordings = Objects.requireNonNull(recordings, "recordings");
        this.transcriber = Objects.requireNonNull(transcriber, "transcriber");
        this.publisher = Objects.requireNonNull(publisher, "publisher");
        this.playback = Objects.requireNonNull(playback, "playback");
        this.work = Objects.requireNonNull(work, "work");
        this.meters = Objects.requireNonNull(meters, "meters");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void handle(Received received) throws InterruptedException {
        meters.received();
        Runnable outcome = meters::abandoned;
        try {
            outcome = dispatch(received);
        } catch (RejectedCallException e) {
            outcome = () -> meters.rejected(e.reason());
            throw e;
        } catch (RetryableException e) {
            outcome = meters::retried;
            throw e;
        } finally {
            outcome.run();
        }
    }

    /** What is to be counted. */
    private Runnable dispatch(Received received) throws InterruptedException {
        return switch (received.topic()) {
            case Topics.RECORDED -> recorded(received);
            case Topics.IMPORTED -> imported(received);
            default ->
                throw new IllegalStateException(
                        "topic %s: expected %s or %s".formatted(received.topic(), Topics.RECORDED, Topics.IMPORTED));
        };
    }

    private Runnable recorded(Received received) throws InterruptedException {
        long begun = System.nanoTime();
        CallRecorded call = read(received, CallRecorded.class);
        requireKey(received, call.callId());
        meters.waited(Duration.between(call.recordedAt(), clock.instant()));
        Heard heard = hear(call);
        TranscribedRecording recording = heard.recording();
        Transcript transcript = recording.transcript();
        Duration processing = Duration.ofNanos(System.nanoTime() - begun);
        publisher.publish(
                Topics.TRANSCRIBED,
                call.callId(),
                new CallTranscribed(
                        call.callId(),
                        call.metadata(),
                        call.audio(),
                        transcript,
                        transcript.hash(),
                        recording.waveform(),
                        recording.levels(),
                        heard.playback() == null ? null : heard.playback().manifest(),
                        clock.instant(),
                        processing.toMillis()));
        LOGGER.atInfo()
                .addKeyValue("callId", call.callId())
                .addKeyValue("model", transcript.asrModelId())
                .addKeyValue("audioMs", transcript.durationMs())
                .addKeyValue("durationMs", processing.toMillis())
                .log("call transcribed");
        return () -> {
            if (heard.playback() != null) {
                meters.copied(heard.playback().cause());
            }
            meters.transcribed(transcript, processing);
        };
    }

    private Heard hear(CallRecorded call) throws InterruptedException {
        Path recording = null;
        Path copy = null;
        try {
            recording = work.newFile();
            recordings.copyTo(call.audio(), recording);
            addHeader(recording, call.metadata());
            TranscribedRecording transcribed = transcriber.transcribe(recording, call.metadata());
            copy = work.newFile();
            Optional<Playback> made = playback.apply(call.callId(), recording, transcribed.transcript(), copy);
            return new Heard(transcribed, made.orElse(null));
        } catch (IOException e) {
            throw new RetryableException("no room for the copy of a recording", e);
        } finally {
            delete(recording);
            delete(copy);
        }
    }

    /** A bare stream becomes a recording where the source said what it is. */
    private static void addHeader(Path recording, CallMetadata metadata) throws IOException {
        String codec = metadata.attributes().get(CODEC_ATTRIBUTE);
        if (codec != null) {
            HeaderlessRecording.addHeader(recording, codec);
        }
    }

    /** What a recording gave, and the copy that is played instead of it. */
    private record Heard(
            TranscribedRecording recording, @Nullable Playback playback) {}

    private static void delete(@Nullable Path recording) {
        if (recording == null) {
            return;
        }
        try {
            Files.deleteIfExists(recording);
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("error", e.toString()).log("copy of a recording could not be deleted");
        }
    }

    private Runnable imported(Received received) {
        long begun = System.nanoTime();
        CallImported call = read(received, CallImported.class);
        requireKey(received, call.callId());
        Transcript transcript = transcriber.imported(call.transcript(), call.metadata());
        publisher.publish(
                Topics.TRANSCRIBED,
                call.callId(),
                new CallTranscribed(
                        call.callId(),
                        call.metadata(),
                        null,
                        transcript,
                        transcript.hash(),
                        null,
                        List.of(),
                        null,
                        clock.instant(),
                        (System.nanoTime() - begun) / 1_000_000));
        LOGGER.atInfo()
                .addKeyValue("callId", call.callId())
                .addKeyValue("model", transcript.asrModelId())
                .log("transcript imported");
        return meters::imported;
    }

    private static <T> T read(Received received, Class<T> type) {
        try {
            return EventJson.read(received.value(), type);
        } catch (MalformedEventException e) {
            throw new RejectedCallException(RejectReason.MALFORMED_EVENT, String.valueOf(e.getMessage()), e);
        }
    }

    /** Order by call holds by key alone: an event under another call's key would break it. */
    private static void requireKey(Received received, CallId callId) {
        if (!received.key().equals(callId.value())) {
            throw new RejectedCallException(
                    RejectReason.MALFORMED_EVENT, "event of call %s under another key".formatted(callId));
        }
    }
}
