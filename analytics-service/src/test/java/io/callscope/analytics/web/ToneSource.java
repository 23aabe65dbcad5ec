package io.callscope.analytics.web;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Every recording is a quiet hum as 8 kHz WAV, unless a transcript is hummed in it, or its hash was declared expired. */
public final class ToneSource implements RecordingSource {
    private static final int RATE_HZ = 8_000;

    private final int seconds;
    private final Set<String> expired = ConcurrentHashMap.newKeySet();
    private final Map<String, Transcript> spoken = new ConcurrentHashMap<>();
    private final Map<String, RecordingSource> elsewhere = new ConcurrentHashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();

    public ToneSource(int seconds) {
        this.seconds = seconds;
    }

    public void expire(String sha256) {
        expired.add(sha256);
    }

    /** Recordings that hum as somebody speaks, by hash. */
    public void speaks(Map<String, Transcript> transcripts) {
        spoken.putAll(transcripts);
    }

    /** From now on this recording comes from elsewhere. */
    public void answersFrom(String sha256, RecordingSource source) {
        elsewhere.put(sha256, source);
    }

    public int fetches() {
        return fetches.get();
    }

    @Override
    public void copyTo(AudioManifest manifest, Path target) {
        fetches.incrementAndGet();
        RecordingSource other = elsewhere.get(manifest.sha256());
        if (other != null) {
            other.copyTo(manifest, target);
            return;
        }
        if (expired.contains(manifest.sha256())) {
            throw new RejectedCallException(RejectReason.AUDIO_EXPIRED, "recording is gone");
        }
        try {
            Transcript transcript = spoken.get(manifest.sha256());
            Files.write(target, transcript == null ? wav(seconds) : SpokenTones.wav(transcript));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] wav(int seconds) {
        int samples = RATE_HZ * seconds;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(RATE_HZ * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (800 * Math.sin(2 * Math.PI * 220 * i / RATE_HZ)));
        }
        return wav.array();
    }
}
