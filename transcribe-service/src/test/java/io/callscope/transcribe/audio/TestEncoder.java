package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Any encoder of FFmpeg into any of its containers. Owns native memory. */
final class TestEncoder implements AutoCloseable {
    /** For encoders that take as much as they are given. */
    private static final int ANY_FRAME = 960;

    /** Of {@code strict_std_compliance}: FFmpeg's own encoders of Opus and Vorbis are called so. */
    private static final int EXPERIMENTAL = -2;

    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext file = new AVIOContext(null);
    private final AVCodecContext encoder;
    private final AVPacket packet = av_packet_alloc();

    TestEncoder(Path target, String container, String name, int rateHz, int bitRate, int channels) {
        FfmpegLibrary.load();
        require(avformat_alloc_output_context2(format, null, container, null), container);
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new IllegalArgumentException("encoder " + name + ": not in this build of FFmpeg");
        }
        encoder = avcodec_alloc_context3(codec);
        encoder.sample_fmt(codec.sample_fmts().get(0));
        encoder.sample_rate(rateHz);
        encoder.time_base(av_make_q(1, rateHz));
        encoder.bit_rate(bitRate);
        encoder.strict_std_compliance(EXPERIMENTAL);
        av_channel_layout_default(encoder.ch_layout(), channels);
        if ((format.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        require(avcodec_open2(encoder, codec, (PointerPointer<?>) null), name);
        AVStream stream = avformat_new_stream(format, null);
        require(avcodec_parameters_from_context(stream.codecpar(), encoder), name);
        stream.time_base(encoder.time_base());
        require(avio_open(file, "file:" + target, AVIO_FLAG_WRITE), container);
        format.pb(file);
        require(avformat_write_header(format, new AVDictionary((Pointer) null)), name + " in " + container);
    }

    void encode(short[][] channels) {
        int size = encoder.frame_size() > 0 ? encoder.frame_size() : ANY_FRAME;
        for (int at = 0; at < channels[0].length; at += size) {
            // the last frame is filled up with silence: not every encoder takes a short one
            AVFrame frame = frame(channels, at, size);
            require(avcodec_send_frame(encoder, frame), "frame at " + at);
            av_frame_free(frame);
            drain();
        }
        avcodec_send_frame(encoder, null);
        drain();
        require(av_write_trailer(format), "trailer");
    }

    private AVFrame frame(short[][] channels, int at, int size) {
        AVFrame frame = av_frame_alloc();
        frame.format(encoder.sample_fmt());
        frame.sample_rate(encoder.sample_rate());
        frame.nb_samples(size);
        frame.pts(at);
        av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
        require(av_frame_get_buffer(frame, 0), "frame");
        boolean planar = av_sample_fmt_is_planar(encoder.sample_fmt()) == 1;
        int bytes = av_get_bytes_per_sample(encoder.sample_fmt());
        int planes = planar ? channels.length : 1;
        for (int plane = 0; plane < planes; plane++) {
            int first = plane;
            int step = planar ? 1 : channels.length;
            ByteBuffer out = frame.data(plane)
                    .capacity((long) size * step * bytes)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder());
            for (int i = 0; i < size * step; i++) {
                short[] channel = channels[first + i % step];
                int sample = at + i / step;
                put(out, sample < channel.length ? channel[sample] : 0);
            }
        }
        return frame;
    }

    private void put(ByteBuffer out, short sample) {
        int kind = encoder.sample_fmt();
        if (kind == AV_SAMPLE_FMT_U8) {
            out.put((byte) ((sample >> 8) + 128));
        } else if (kind == AV_SAMPLE_FMT_S16 || kind == AV_SAMPLE_FMT_S16P) {
            out.putShort(sample);
        } else if (kind == AV_SAMPLE_FMT_S32 || kind == AV_SAMPLE_FMT_S32P) {
            out.putInt(sample << 16);
        } else if (kind == AV_SAMPLE_FMT_FLT || kind == AV_SAMPLE_FMT_FLTP) {
            out.putFloat(sample / 32_768f);
        } else {
            throw new IllegalStateException("sample format " + kind);
        }
    }

    private void drain() {
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            packet.stream_index(0);
            av_packet_rescale_ts(packet, encoder.time_base(), format.streams(0).time_base());
            require(av_interleaved_write_frame(format, packet), "packet");
        }
    }

    private static void require(int code, String what) {
        if (code < 0) {
            throw new IllegalStateException(what + ": " + FfmpegLibrary.message(code));
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(encoder);
        avio_closep(file);
        avformat_free_context(format);
    }
}
