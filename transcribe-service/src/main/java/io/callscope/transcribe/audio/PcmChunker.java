package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Cuts the decoder's frames into chunks of one size, so that what a recogniser is given does not depend on how the
 * recording was packed. Used by one thread.
 */
final class PcmChunker {
    private final PcmSink sink;
    private final long maxSamples;
    private final short[][] chunk;
    private int filled;
    private long samples;

    PcmChunker(PcmSink sink, int channels, int chunkSamples, long maxSamples) {
        this.sink = sink;
        this.maxSamples = maxSamples;
        this.chunk = new short[channels][chunkSamples];
    }

    /**
     * @param planes one for each channel
     * @throws RejectedCallException TOO_LONG
     */
    void add(ShortPointer[] planes, int count) throws InterruptedException {
        samples += count;
        if (samples > maxSamples) {
            throw new RejectedCallException(
                    RejectReason.TOO_LONG, "more than %d samples of a channel once decoded".formatted(maxSamples));
        }
        int taken = 0;
        while (taken < count) {
            int length = Math.min(count - taken, chunk[0].length - filled);
            for (int channel = 0; channel < chunk.length; channel++) {
                planes[channel].position(taken).get(chunk[channel], filled, length);
            }
            taken += length;
            filled += length;
            if (filled == chunk[0].length) {
                flush();
            }
        }
    }

    /** Hands on what has not filled a chunk. */
    void flush() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("decoding was abandoned");
        }
        if (filled > 0) {
            sink.accept(chunk, filled);
            filled = 0;
        }
    }

    long samples() {
        return samples;
    }
}
