package io.callscope.transcribe.audio;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/** Encodes samples with FFmpeg, as recorders do. */
final class Encoded {
    private Encoded() {}

    enum Kind {
        OPUS("ogg", avcodec.AV_CODEC_ID_OPUS, 48_000),
        WEBM("webm", avcodec.AV_CODEC_ID_OPUS, 48_000),
        FLAC("flac", avcodec.AV_CODEC_ID_FLAC, 8_000),
        MP3("mp3", avcodec.AV_CODEC_ID_MP3, 8_000),
        M4A("ipod", avcodec.AV_CODEC_ID_AAC, 16_000),
        WMA("asf", avcodec.AV_CODEC_ID_WMAV2, 16_000);

        final String format;
        final int codec;
        final int rateHz;

        Kind(String format, int codec, int rateHz) {
            this.format = format;
            this.codec = codec;
            this.rateHz = rateHz;
        }
    }

    static byte[] of(Kind kind, short[]... channels) throws IOException {
        FfmpegLibrary.load();
        Path file = Files.createTempFile("encoded-", ".bin");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), channels.length)) {
            recorder.setFormat(kind.format);
            recorder.setAudioCodec(kind.codec);
            recorder.setSampleRate(kind.rateHz);
            recorder.setAudioBitrate(64_000);
            recorder.start();
            recorder.recordSamples(kind.rateHz, channels.length, ShortBuffer.wrap(interleaved(channels)));
            recorder.stop();
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static short[] interleaved(short[][] channels) {
        short[] all = new short[channels[0].length * channels.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = channels[i % channels.length][i / channels.length];
        }
        return all;
    }
}
