package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A recording opened with FFmpeg, with its first stream of audio. Only the sniffed demuxer, only allowed codecs, only
 * local files. Owns native memory; used by one thread.
 */
final class FfmpegInput implements AutoCloseable {
    /** FFmpeg's names of the decoders that recorders' codecs need. */
    static final String CODECS = String.join(
            ",",
            "pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_mulaw,pcm_alaw",
            "gsm,gsm_ms,adpcm_ima_wav,adpcm_ms,g722,g726,g726le,g729",
            "mp3float,mp3,aac,vorbis,opus,flac,amrnb,amrwb,wmav1,wmav2");

    private static final int HIGHEST_RATE_HZ = 192_000;

    private final Container container;
    private AVFormatContext format = new AVFormatContext(null);
    private final AVStream stream;

    private FfmpegInput(Path recording, Container container) {
        this.container = container;
        openContainer(recording);
        try {
            this.stream = firstAudio();
        } catch (RejectedCallException e) {
            avformat_close_input(format);
            throw e;
        }
    }

    /**
     * @throws RejectedCallException AUDIO_CORRUPT when the container cannot be read, NO_AUDIO when it holds none
     */
    static FfmpegInput open(Path recording, Container container) {
        FfmpegLibrary.load();
        return new FfmpegInput(recording, container);
    }

    private void openContainer(Path recording) {
        AVDictionary options = new AVDictionary((Pointer) null);
        av_dict_set(options, "format_whitelist", container.demuxer(), 0);
        av_dict_set(options, "codec_whitelist", CODECS, 0);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "max_streams", "32", 0);
        int code = avformat_open_input(
                format, "file:" + recording.toAbsolutePath(), av_find_input_format(container.demuxer()), options);
        av_dict_free(options);
        if (code < 0) {
            throw corrupt("the header of the container cannot be read", code);
        }
        code = avformat_find_stream_info(format, (PointerPointer<?>) null);
        if (code < 0) {
            avformat_close_input(format);
            throw corrupt("no stream can be read", code);
        }
    }

    private AVStream firstAudio() {
        AVStream first = null;
        for (int i = 0; i < format.nb_streams(); i++) {
            AVStream candidate = format.streams(i);
            if (first == null && candidate.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
                first = candidate;
            } else {
                candidate.discard(AVDISCARD_ALL);
            }
        }
        if (first == null) {
            throw new RejectedCallException(
                    RejectReason.NO_AUDIO, "container %s has no stream of audio".formatted(container));
        }
        return first;
    }

    /**
     * The decoder, open; to be freed by the caller.
     *
     * @throws RejectedCallException UNSUPPORTED_CODEC, TOO_MANY_CHANNELS or AUDIO_HEADER_INVALID
     */
    AVCodecContext openDecoder(int maxChannels) {
        AVCodec codec = requireAllowed();
        requireSane(maxChannels);
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        AVDictionary options = new AVDictionary((Pointer) null);
        av_dict_set(options, "codec_whitelist", CODECS, 0);
        av_dict_set(options, "threads", "1", 0);
        int code = avcodec_parameters_to_context(decoder, stream.codecpar());
        if (code >= 0) {
            code = avcodec_open2(decoder, codec, options);
        }
        av_dict_free(options);
        if (code < 0) {
            avcodec_free_context(decoder);
            throw corrupt("codec %s does not open".formatted(codecName()), code);
        }
        return decoder;
    }

    private AVCodec requireAllowed() {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || !("," + CODECS + ",").contains("," + codec.name().getString() + ",")) {
            throw new RejectedCallException(
                    RejectReason.UNSUPPORTED_CODEC,
                    "codec %s (tag 0x%x) in container %s is not decoded here"
                            .formatted(codecName(), stream.codecpar().codec_tag(), container));
        }
        return codec;
    }

    private void requireSane(int maxChannels) {
        AVCodecParameters parameters = stream.codecpar();
        int channels = parameters.ch_layout().nb_channels();
        if (channels > maxChannels) {
            throw new RejectedCallException(
                    RejectReason.TOO_MANY_CHANNELS,
                    "%d channels: expected at most %d".formatted(channels, maxChannels));
        }
        if (channels < 1 || parameters.sample_rate() < 1 || parameters.sample_rate() > HIGHEST_RATE_HZ) {
            throw new RejectedCallException(
                    RejectReason.AUDIO_HEADER_INVALID,
                    "%d channels at %d Hz: expected at least one, and 1 to %d Hz"
                            .formatted(channels, parameters.sample_rate(), HIGHEST_RATE_HZ));
        }
    }

    AVFormatContext format() {
        return format;
    }

    AVStream stream() {
        return stream;
    }

    String codecName() {
        return avcodec_get_name(stream.codecpar().codec_id()).getString();
    }

    /** Samples of one channel a second, as the container says. */
    int rateHz() {
        return stream.codecpar().sample_rate();
    }

    /** Length that the container's header declares, microseconds; -1 when it says nothing. */
    long declaredMicros() {
        boolean said = format.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
        return said && format.duration() != AV_NOPTS_VALUE ? format.duration() : -1;
    }

    private RejectedCallException corrupt(String what, int code) {
        return new RejectedCallException(
                RejectReason.AUDIO_CORRUPT,
                "container %s: %s: %s".formatted(container, what, FfmpegLibrary.message(code)));
    }

    @Override
    public void close() {
        avformat_close_input(format);
    }
}
