package io.callscope.transcribe.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Copies within this process, on the calling thread: one pass from decoder to encoder, in memory that does not grow with
 * the recording. A crash of the native code ends the process. Thread-safe.
 */
public final class LocalListeningCopier implements ListeningCopier {
    /**
     * MPEG-2 Audio's lowest rate. At 8 kHz, which is MPEG "2.5" and in no standard, a coder spreads a sound over twice
     * the time, and the silence of a muted stretch begins and ends later.
     */
    private static final int NARROW_HZ = 16_000;

    /** Enough for speech, whatever rate the recorder took. */
    private static final int WIDE_HZ = 24_000;

    private final AudioDecoder decoder;

    public LocalListeningCopier(AudioDecoder decoder) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
    }

    @Override
    public boolean copy(Path recording, Path target, List<MutedSpan> muted) throws InterruptedException {
        CheckedRecording checked = decoder.check(recording);
        if (muted.isEmpty() && BrowserFormats.play(checked)) {
            return false;
        }
        int rateHz = checked.rateHz() <= NARROW_HZ ? NARROW_HZ : WIDE_HZ;
        try (Mp3Encoder encoder = new Mp3Encoder(target, rateHz)) {
            PcmSink sink = muted.isEmpty() ? encoder : new SpanMuter(muted, rateHz, encoder);
            decoder.decode(checked, rateHz, sink);
            encoder.finish();
        }
        return true;
    }
}
