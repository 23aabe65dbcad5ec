package io.callscope.transcribe.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Encodes samples with FFmpeg's own encoders, as recorders do. */
final class Encoded {
    private Encoded() {}

    enum Kind {
        OPUS("ogg", "libopus", 48_000),
        WEBM("webm", "libopus", 48_000),
        FLAC("flac", "flac", 8_000),
        MP3("mp3", "libmp3lame", 8_000),
        M4A("ipod", "aac", 16_000),
        WMA("asf", "wmav2", 16_000);

        final String format;
        final String encoder;
        final int rateHz;

        Kind(String format, String encoder, int rateHz) {
            this.format = format;
            this.encoder = encoder;
            this.rateHz = rateHz;
        }
    }

    static byte[] of(Kind kind, short[]... channels) throws IOException {
        return of(kind.format, kind.encoder, kind.rateHz, 64_000, channels);
    }

    /**
     * @param format FFmpeg's name of the container
     * @param encoder FFmpeg's name of the encoder
     * @param rateHz of the samples and of the recording
     * @param bitRate bits a second, all channels together; encoders of a fixed rate do not look at it
     */
    static byte[] of(String format, String encoder, int rateHz, int bitRate, short[]... channels) throws IOException {
        Path file = Files.createTempFile("encoded-", ".bin");
        try {
            try (TestEncoder open = new TestEncoder(file, format, encoder, rateHz, bitRate, channels.length)) {
                open.encode(channels);
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
