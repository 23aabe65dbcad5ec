package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
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
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.callscope.kit.failure.RetryableException;
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
import org.bytedeco.javacpp.ShortPointer;

/**
 * Writes what passes to an MP3 file of a constant bit rate, with LAME. Channels are coded apart: joint coding would let
 * one be heard faintly in the other. Its first frame tells players length, seek table and the coder's delay. Owns native
 * memory; used by one thread.
 */
final class Mp3Encoder implements PcmSink, AutoCloseable {
    private static final int KBPS_FROM_24_KHZ = 48;
    private static final int KBPS_BELOW = 32;

    private final Path target;
    private final int rateHz;
    private AVFormatContext format = new AVFormatContext(null);
    private AVIOContext file = new AVIOContext(null);
    private AVCodecContext encoder = new AVCodecContext(null);
    private AVFrame frame = new AVFrame(null);
    private AVPacket packet = new AVPacket(null);
    private int filled;
    private long sent;

    /**
     * @param rateHz 16,000 or 24,000
     */
    Mp3Encoder(Path target, int rateHz) {
        FfmpegLibrary.load();
        this.target = target;
        this.rateHz = rateHz;
    }

    @Override
    public void accept(short[][] channels, int count) {
        if (encoder.isNull()) {
            open(channels.length);
        }
        int taken = 0;
        while (taken < count) {
            int length = Math.min(count - taken, encoder.frame_size() - filled);
            for (int channel = 0; channel < channels.length; channel++) {
                plane(channel).position(filled).put(channels[channel], taken, length);
            }
            taken += length;
            filled += length;
            if (filled == encoder.frame_size()) {
                encode();
            }
        }
    }

    /** Call when all is there; the file is whole after that. */
    void finish() {
        if (filled > 0) {
            encode();
        }
        written(avcodec_send_frame(encoder, null), "ended");
        drain();
        written(av_write_trailer(format), "ended");
        written(avio_closep(file), "closed");
    }

    private ShortPointer plane(int channel) {
        return new ShortPointer(frame.data(channel)).capacity(encoder.frame_size());
    }

    private void encode() {
        frame.nb_samples(filled);
        frame.pts(sent);
        sent += filled;
        filled = 0;
        written(avcodec_send_frame(encoder, frame), "coded");
        drain();
        frame.nb_samples(encoder.frame_size());
        written(av_frame_make_writable(frame), "coded");
    }

    private void drain() {
        int code = avcodec_receive_packet(encoder, packet);
        while (code >= 0) {
            AVStream stream = format.streams(0);
            packet.stream_index(0);
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            written(av_write_frame(format, packet), "written");
            code = avcodec_receive_packet(encoder, packet);
        }
        if (code != AVERROR_EAGAIN() && code != AVERROR_EOF) {
            written(code, "coded");
        }
    }

    private void open(int channels) {
        written(avformat_alloc_output_context2(format, null, "mp3", null), "begun");
        AVStream stream = avformat_new_stream(format, null);
        openEncoder(channels);
        written(avcodec_parameters_from_context(stream.codecpar(), encoder), "begun");
        stream.time_base(encoder.time_base());
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        written(avio_open(file, "file:" + target.toAbsolutePath(), AVIO_FLAG_WRITE), "opened");
        format.pb(file);
        AVDictionary options = new AVDictionary((Pointer) null);
        // no tag in front: the seek table is to be the first thing that a player reads
        av_dict_set(options, "id3v2_version", "0", 0);
        int code = avformat_write_header(format, options);
        av_dict_free(options);
        written(code, "begun");
        packet = av_packet_alloc();
        frame = newFrame();
    }

    private void openEncoder(int channels) {
        AVCodec lame = avcodec_find_encoder_by_name("libmp3lame");
        if (lame == null) {
            throw new IllegalStateException("FFmpeg was built without LAME: expected Bytedeco's build");
        }
        encoder = avcodec_alloc_context3(lame);
        encoder.sample_fmt(AV_SAMPLE_FMT_S16P);
        encoder.sample_rate(rateHz);
        encoder.time_base(av_make_q(1, rateHz));
        encoder.bit_rate(1000L * channels * (rateHz >= 24_000 ? KBPS_FROM_24_KHZ : KBPS_BELOW));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT);
        av_channel_layout_default(encoder.ch_layout(), channels);
        AVDictionary options = new AVDictionary((Pointer) null);
        av_dict_set(options, "joint_stereo", "0", 0);
        int code = avcodec_open2(encoder, lame, options);
        av_dict_free(options);
        if (code < 0) {
            throw new IllegalStateException("LAME does not open for %d channels at %d Hz: %s"
                    .formatted(channels, rateHz, FfmpegLibrary.message(code)));
        }
    }

    private AVFrame newFrame() {
        AVFrame made = av_frame_alloc();
        made.format(AV_SAMPLE_FMT_S16P);
        made.sample_rate(rateHz);
        made.nb_samples(encoder.frame_size());
        av_channel_layout_copy(made.ch_layout(), encoder.ch_layout());
        written(av_frame_get_buffer(made, 0), "begun");
        return made;
    }

    private void written(int code, String what) {
        if (code < 0) {
            throw new RetryableException(
                    "the copy for listening cannot be %s in %s: %s"
                            .formatted(what, target.getParent(), FfmpegLibrary.message(code)),
                    null);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(encoder);
        avio_closep(file);
        avformat_free_context(format);
    }
}
