package io.callscope.transcribe.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

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
        return copy(recording, target, muted, copiedMs -> {});
    }

    /**
     * The same.
     *
     * @param progress is told how much of the recording is copied, milliseconds
     */
    public boolean copy(Path recording, Path target, List<MutedSpan> muted, LongConsumer progress)
            throws InterruptedException {
        CheckedRecording checked = decoder.check(recording);
        if (muted.isEmpty() && BrowserFormats.play(checked)) {
            return false;
        }
        int rateHz = checked.rateHz() <= NARROW_HZ ? NARROW_HZ : WIDE_HZ;
        try (Mp3Encoder encoder = new Mp3Encoder(target, rateHz)) {
            PcmSink sink = muted.isEmpty() ? encoder : new SpanMuter(muted, rateHz, encoder);
            long[] copied = new long[1];
            decoder.decode(checked, rateHz, (samples, count) -> {
                sink.accept(samples, count);
                copied[0] += count;
                progress.accept(copied[0] * 1000 / rateHz);
            });
            encoder.finish();
        }
        return true;
    }
}
