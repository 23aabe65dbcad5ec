package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * FFmpeg's resampler (the one behind its filter {@code aresample}): any sample format and rate to planar 16 bit at one
 * rate, channel by channel. Whatever speaker places the recording claims for its channels, they are never mixed. Owns
 * native memory; used by one thread.
 */
final class Resampler implements AutoCloseable {
    private final int rateHz;
    private final ShortPointer[] planes;
    private final PointerPointer<ShortPointer> planePointers;
    private int capacity;
    private SwrContext context = new SwrContext(null);
    private int sourceFormat = -1;
    private int sourceRateHz;
    private int sourceChannels;

    Resampler(int rateHz, int channels) {
        this.rateHz = rateHz;
        this.planes = new ShortPointer[channels];
        this.planePointers = new PointerPointer<>(channels);
        grow(8_192);
    }

    void add(AVFrame frame, PcmChunker out) throws InterruptedException {
        adaptTo(frame, out);
        grow(swr_get_out_samples(context, frame.nb_samples()));
        PointerPointer<?> source = frame.extended_data();
        emit(swr_convert(context, planePointers, capacity, source, frame.nb_samples()), out);
    }

    /** Hands on what the filter still holds. */
    void flush(PcmChunker out) throws InterruptedException {
        if (sourceFormat < 0) {
            return;
        }
        grow(swr_get_out_samples(context, 0));
        emit(swr_convert(context, planePointers, capacity, (PointerPointer<?>) null, 0), out);
    }

    private void emit(int count, PcmChunker out) throws InterruptedException {
        if (count < 0) {
            throw new RejectedCallException(RejectReason.AUDIO_CORRUPT, "resampling failed with code " + count);
        }
        out.add(planes, count);
    }

    /** The format may change inside a stream, as in MP3 files that were glued together. */
    private void adaptTo(AVFrame frame, PcmChunker out) throws InterruptedException {
        int channels = frame.ch_layout().nb_channels();
        if (frame.format() == sourceFormat && frame.sample_rate() == sourceRateHz && channels == sourceChannels) {
            return;
        }
        flush(out);
        swr_free(context);
        sourceFormat = frame.format();
        sourceRateHz = frame.sample_rate();
        sourceChannels = channels;
        context = open();
    }

    private SwrContext open() {
        SwrContext opened = new SwrContext(null);
        try (AVChannelLayout in = new AVChannelLayout();
                AVChannelLayout out = new AVChannelLayout()) {
            av_channel_layout_default(in, sourceChannels);
            av_channel_layout_default(out, planes.length);
            int code = swr_alloc_set_opts2(
                    opened, out, AV_SAMPLE_FMT_S16P, rateHz, in, sourceFormat, sourceRateHz, 0, null);
            if (code < 0 || swr_init(opened) < 0) {
                swr_free(opened);
                throw new RejectedCallException(
                        RejectReason.AUDIO_HEADER_INVALID,
                        "%d channels at %d Hz cannot be resampled".formatted(sourceChannels, sourceRateHz));
            }
            return opened;
        }
    }

    private void grow(int samples) {
        if (samples <= capacity) {
            return;
        }
        for (int i = 0; i < planes.length; i++) {
            if (planes[i] != null) {
                planes[i].close();
            }
            planes[i] = new ShortPointer(samples);
            planePointers.put(i, planes[i]);
        }
        capacity = samples;
    }

    @Override
    public void close() {
        swr_free(context);
        for (ShortPointer plane : planes) {
            plane.close();
        }
        planePointers.close();
    }
}
