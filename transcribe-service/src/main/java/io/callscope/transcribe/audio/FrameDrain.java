package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Takes frames out of a decoder, resamples them and counts what was damaged. Owns native memory; used by one thread.
 */
final class FrameDrain implements AutoCloseable {
    /** A recording of which every tenth packet is damaged is not worth a transcript. */
    private static final int DAMAGE_SHARE = 10;

    private final AVCodecContext decoder;
    private final int rateHz;
    private final int chunkSamples;
    private final long maxSamples;
    private final int maxChannels;
    private final PcmSink sink;
    private final AVFrame frame = av_frame_alloc();
    private @Nullable Resampler resampler;
    private @Nullable PcmChunker chunker;
    private int channels;
    private int packets;
    private int damaged;

    FrameDrain(AVCodecContext decoder, int rateHz, int chunkSamples, long maxSamples, int maxChannels, PcmSink sink) {
        this.decoder = decoder;
        this.rateHz = rateHz;
        this.chunkSamples = chunkSamples;
        this.maxSamples = maxSamples;
        this.maxChannels = maxChannels;
        this.sink = sink;
    }

    /** Call after each packet, with what sending it returned. */
    void sent(int code) throws InterruptedException {
        packets++;
        if (code < 0 || !drain()) {
            damaged++;
        }
    }

    /**
     * Call after the last packet.
     *
     * @throws RejectedCallException NO_AUDIO when nothing came out, AUDIO_CORRUPT when too much was damaged
     */
    void end() throws InterruptedException {
        avcodec_send_packet(decoder, (AVPacket) null);
        drain();
        if (resampler != null && chunker != null) {
            resampler.flush(chunker);
        }
        if (damaged > 0 && (samples() == 0 || damaged > packets / DAMAGE_SHARE)) {
            throw new RejectedCallException(
                    RejectReason.AUDIO_CORRUPT, "%d of %d packets cannot be decoded".formatted(damaged, packets));
        }
        if (chunker == null || samples() == 0) {
            throw new RejectedCallException(RejectReason.NO_AUDIO, "not a single sample came out of the recording");
        }
        chunker.flush();
    }

    /** Whether all frames came out undamaged. */
    private boolean drain() throws InterruptedException {
        int code = avcodec_receive_frame(decoder, frame);
        while (code >= 0) {
            if (frame.nb_samples() > 0) {
                take();
            }
            av_frame_unref(frame);
            code = avcodec_receive_frame(decoder, frame);
        }
        return code == AVERROR_EOF || code == AVERROR_EAGAIN();
    }

    private void take() throws InterruptedException {
        if (resampler == null || chunker == null) {
            channels = frame.ch_layout().nb_channels();
            if (channels > maxChannels) {
                throw new RejectedCallException(
                        RejectReason.TOO_MANY_CHANNELS,
                        "%d channels: expected at most %d".formatted(channels, maxChannels));
            }
            resampler = new Resampler(rateHz, channels);
            chunker = new PcmChunker(sink, channels, chunkSamples, maxSamples);
        }
        resampler.add(frame, chunker);
    }

    int channels() {
        return channels;
    }

    long samples() {
        return chunker == null ? 0 : chunker.samples();
    }

    int damaged() {
        return damaged;
    }

    @Override
    public void close() {
        if (resampler != null) {
            resampler.close();
        }
        av_frame_free(frame);
    }
}
