package io.callscope.analytics.web.api;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.audio.ByteRange;
import io.callscope.analytics.web.audio.ByteRange.UnsatisfiableRangeException;
import io.callscope.analytics.web.audio.CachedRecording;
import io.callscope.analytics.web.audio.PlayableAudio;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /api/calls/{id}/audio}: what may be played of a call ({@link PlayableAudio}), whole or in ranges; {@code .../audio/state} says before
 * that whether it is there, so that a page need not fail to learn it. Thread-safe.
 */
public final class AudioApi implements RouteGroup {
    private final CallRepository calls;
    private final AudioCache cache;
    private final boolean playUntranscribed;
    private final ReadLog reads;

    /**
     * @param playUntranscribed whether recordings may be heard before anybody looked for personal data in them
     */
    public AudioApi(CallRepository calls, AudioCache cache, boolean playUntranscribed, ReadLog reads) {
        this.calls = calls;
        this.playUntranscribed = playUntranscribed;
        this.cache = cache;
        this.reads = reads;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/calls/{id}/audio", Permission.HEAR_CALLS, this::audio);
        routes.reads("/api/calls/{id}/audio/state", Permission.HEAR_CALLS, this::state);
    }

    private void audio(Context context) throws IOException {
        CallDetail detail = CallsApi.unmarked(calls, context);
        PlayableAudio playable = PlayableAudio.of(detail, playUntranscribed);
        AudioManifest manifest = playable.manifest();
        if (manifest == null) {
            throw ProblemException.of(problem(playable.state()));
        }
        CachedRecording recording = open(manifest);
        try {
            send(context, detail.entry().callId(), manifest, recording);
        } catch (RuntimeException e) {
            recording.close();
            throw e;
        }
    }

    private void state(Context context) throws IOException {
        PlayableAudio playable = PlayableAudio.of(CallsApi.unmarked(calls, context), playUntranscribed);
        AudioManifest manifest = playable.manifest();
        String state = playable.state().name().toLowerCase(Locale.ROOT);
        context.json(manifest == null ? new AudioStateJson(state, null) : state(manifest));
    }

    private static ProblemType problem(PlayableAudio.State state) {
        return switch (state) {
            case NONE -> ProblemType.NO_AUDIO;
            case UNTRANSCRIBED -> ProblemType.AUDIO_UNTRANSCRIBED;
            case WITHHELD -> ProblemType.AUDIO_WITHHELD;
            case PRESENT -> throw new IllegalArgumentException("audio that may be played is no problem");
        };
    }

    private AudioStateJson state(AudioManifest manifest) throws IOException {
        try (CachedRecording recording = cache.open(manifest)) {
            return new AudioStateJson("ready", recording.format().mediaType());
        } catch (RejectedCallException e) {
            return new AudioStateJson(isGone(e) ? "gone" : "damaged", null);
        } catch (RetryableException e) {
            return new AudioStateJson("away", null);
        }
    }

    private static boolean isGone(RejectedCallException rejection) {
        return rejection.reason() == RejectReason.AUDIO_EXPIRED || rejection.reason() == RejectReason.AUDIO_INCOMPLETE;
    }

    private CachedRecording open(AudioManifest manifest) {
        try {
            return cache.open(manifest);
        } catch (RejectedCallException e) {
            throw ProblemException.of(isGone(e) ? ProblemType.AUDIO_EXPIRED : ProblemType.AUDIO_DAMAGED);
        } catch (RetryableException e) {
            throw ProblemException.of(ProblemType.AUDIO_AWAY);
        }
    }

    private void send(Context context, CallId callId, AudioManifest manifest, CachedRecording recording) {
        String tag = "\"" + manifest.sha256() + "\"";
        context.disableCompression();
        context.header("Accept-Ranges", "bytes").header("ETag", tag);
        context.contentType(recording.format().mediaType());
        ByteRange whole = new ByteRange(0, recording.size() - 1);
        Optional<ByteRange> part = range(context, tag, recording.size());
        part.ifPresent(range -> context.status(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), recording.size())));
        ByteRange sent = part.orElse(whole);
        reads.played(context, callId, sent);
        context.header("Content-Length", Long.toString(sent.length()));
        context.result(recording.stream(sent));
    }

    private static Optional<ByteRange> range(Context context, String tag, long size) {
        String only = context.header("If-Range");
        if (only != null && !only.equals(tag)) {
            return Optional.empty();
        }
        try {
            return ByteRange.parse(context.header("Range"), size);
        } catch (UnsatisfiableRangeException e) {
            context.header("Content-Range", "bytes */" + size);
            throw ProblemException.of(ProblemType.RANGE_NOT_SATISFIABLE, size);
        }
    }
}
