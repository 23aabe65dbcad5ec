package io.callscope.transcribe.audio;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What recorders write: every row of {@code docs/formats.md}, and how a test makes one. */
enum RecorderFormat {
    WAV_PCM8("WAV", "PCM, 8 bit", 2, 0.05, ffmpeg("wav", "pcm_u8", 0), 8_000, 11_025),
    WAV_PCM16(
            "WAV",
            "PCM, 16 bit",
            2,
            0.05,
            ffmpeg("wav", "pcm_s16le", 0),
            8_000,
            11_025,
            16_000,
            22_050,
            44_100,
            48_000),
    WAV_PCM24("WAV", "PCM, 24 bit", 2, 0.05, ffmpeg("wav", "pcm_s24le", 0), 8_000, 48_000),
    WAV_MULAW("WAV", "G.711 µ-law", 2, 0.05, ffmpeg("wav", "pcm_mulaw", 0), 8_000, 16_000),
    WAV_ALAW("WAV", "G.711 A-law", 2, 0.05, ffmpeg("wav", "pcm_alaw", 0), 8_000, 16_000),
    WAV_GSM("WAV", "GSM 06.10", 1, 0.12, (hz, sound) -> InstalledEncoders.gsm("wav", "libgsm_ms", sound[0]), 8_000),
    WAV_IMA("WAV", "IMA ADPCM", 2, 0.10, ffmpeg("wav", "adpcm_ima_wav", 0), 8_000, 22_050),
    WAV_MS_ADPCM("WAV", "Microsoft ADPCM", 2, 0.10, ffmpeg("wav", "adpcm_ms", 0), 8_000, 22_050),
    WAV_G722("WAV", "G.722, 64 kbit/s", 1, 0.05, ffmpeg("wav", "g722", 64), 16_000),
    WAV_G726_40("WAV", "G.726, 40 kbit/s", 1, 0.05, ffmpeg("wav", "g726", 40), 8_000),
    WAV_G726_32("WAV", "G.726, 32 kbit/s", 1, 0.05, ffmpeg("wav", "g726", 32), 8_000),
    WAV_G726_24("WAV", "G.726, 24 kbit/s", 1, 0.10, ffmpeg("wav", "g726", 24), 8_000),
    WAV_G726_16("WAV", "G.726, 16 kbit/s", 1, 0.15, ffmpeg("wav", "g726", 16), 8_000),
    WAV_G729("WAV", "G.729, 8 kbit/s", 1, 0.10, (hz, sound) -> InstalledEncoders.g729InWav(sound[0]), 8_000),
    WAV_MP3("WAV", "MP3, 32 kbit/s", 2, 0.08, ffmpeg("wav", "libmp3lame", 32), 8_000),
    MP3(
            "MP3",
            "MP3, 32 kbit/s",
            2,
            0.05,
            ffmpeg("mp3", "libmp3lame", 32),
            8_000,
            11_025,
            16_000,
            22_050,
            44_100,
            48_000),
    ADTS("AAC (ADTS)", "AAC-LC, 32 kbit/s", 2, 0.05, ffmpeg("adts", "aac", 32), 8_000, 16_000, 44_100),
    M4A("M4A, MP4", "AAC-LC, 32 kbit/s", 2, 0.05, ffmpeg("ipod", "aac", 32), 8_000, 16_000, 22_050, 44_100, 48_000),
    GPP_AMR("3GP", "AMR, 12.2 kbit/s", 1, 0.05, ffmpeg("3gp", "libopencore_amrnb", 12.2), 8_000),
    GPP_AMR_WB("3GP", "AMR-WB, 23.85 kbit/s", 1, 0.05, ffmpeg("3gp", "libvo_amrwbenc", 23.85), 16_000),
    OGG_VORBIS("Ogg", "Vorbis, 32 kbit/s", 2, 0.05, vorbis("ogg"), 16_000, 44_100),
    OGG_OPUS("Ogg", "Opus, 24 kbit/s", 2, 0.05, ffmpeg("ogg", "libopus", 24), 8_000, 16_000, 48_000),
    OGG_FLAC("Ogg", "FLAC", 2, 0.05, ffmpeg("ogg", "flac", 0), 8_000),
    WEBM_OPUS("WebM, Matroska", "Opus, 24 kbit/s", 2, 0.05, ffmpeg("webm", "libopus", 24), 8_000, 48_000),
    WEBM_VORBIS("WebM, Matroska", "Vorbis, 32 kbit/s", 2, 0.05, vorbis("webm"), 16_000),
    FLAC("FLAC", "FLAC", 2, 0.05, ffmpeg("flac", "flac", 0), 8_000, 16_000, 44_100, 48_000),
    AMR("AMR", "AMR, 12.2 kbit/s", 1, 0.05, ffmpeg("amr", "libopencore_amrnb", 12.2), 8_000),
    AMR_LOW("AMR", "AMR, 4.75 kbit/s", 1, 0.15, ffmpeg("amr", "libopencore_amrnb", 4.75), 8_000),
    AMR_WB("AMR", "AMR-WB, 23.85 kbit/s", 1, 0.05, ffmpeg("amr", "libvo_amrwbenc", 23.85), 16_000),
    AMR_WB_LOW("AMR", "AMR-WB, 6.6 kbit/s", 1, 0.15, ffmpeg("amr", "libvo_amrwbenc", 6.6), 16_000),
    WMA1("WMA (ASF)", "Windows Media Audio 1, 32 kbit/s", 2, 0.08, ffmpeg("asf", "wmav1", 32), 16_000, 44_100),
    WMA2("WMA (ASF)", "Windows Media Audio 2, 32 kbit/s", 2, 0.05, ffmpeg("asf", "wmav2", 32), 16_000, 44_100),
    AU_MULAW("AU", "G.711 µ-law", 2, 0.05, ffmpeg("au", "pcm_mulaw", 0), 8_000),
    AU_PCM16("AU", "PCM, 16 bit", 2, 0.05, ffmpeg("au", "pcm_s16be", 0), 8_000),
    AU_G722("AU", "G.722, 64 kbit/s", 1, 0.05, ffmpeg("au", "g722", 64), 16_000),
    RAW_GSM("none", "GSM 06.10", 1, 0.12, (hz, sound) -> InstalledEncoders.gsm("gsm", "libgsm", sound[0]), 8_000),
    RAW_MULAW(HeaderlessCodec.PCMU, 0.05, ffmpeg("mulaw", "pcm_mulaw", 0), 8_000),
    RAW_ALAW(HeaderlessCodec.PCMA, 0.05, ffmpeg("alaw", "pcm_alaw", 0), 8_000),
    RAW_G722(HeaderlessCodec.G722, 0.05, ffmpeg("g722", "g722", 64), 16_000),
    RAW_G726_16(HeaderlessCodec.G726_16, 0.15, ffmpeg("g726le", "g726le", 16), 8_000),
    RAW_G726_24(HeaderlessCodec.G726_24, 0.10, ffmpeg("g726le", "g726le", 24), 8_000),
    RAW_G726_32(HeaderlessCodec.G726_32, 0.05, ffmpeg("g726le", "g726le", 32), 8_000),
    RAW_G726_40(HeaderlessCodec.G726_40, 0.05, ffmpeg("g726le", "g726le", 40), 8_000),
    RAW_AAL2_G726_16(HeaderlessCodec.AAL2_G726_16, 0.15, ffmpeg("g726", "g726", 16), 8_000),
    RAW_AAL2_G726_24(HeaderlessCodec.AAL2_G726_24, 0.10, ffmpeg("g726", "g726", 24), 8_000),
    RAW_AAL2_G726_32(HeaderlessCodec.AAL2_G726_32, 0.05, ffmpeg("g726", "g726", 32), 8_000),
    RAW_AAL2_G726_40(HeaderlessCodec.AAL2_G726_40, 0.05, ffmpeg("g726", "g726", 40), 8_000),
    RAW_G729(HeaderlessCodec.G729, 0.10, (hz, sound) -> InstalledEncoders.g729(sound[0]), 8_000);

    /** Makes a recording. */
    @FunctionalInterface
    interface Encoder {
        byte[] encode(int rateHz, short[]... channels) throws IOException;
    }

    private final String container;
    private final String codec;
    private final int channels;
    private final double highestWer;
    private final Encoder encoder;
    private final List<Integer> ratesHz;
    private final @Nullable HeaderlessCodec headerless;

    RecorderFormat(
            String container, String codec, int channels, double highestWer, Encoder encoder, Integer... ratesHz) {
        this(container, codec, channels, highestWer, encoder, null, ratesHz);
    }

    RecorderFormat(HeaderlessCodec codec, double highestWer, Encoder encoder, Integer... ratesHz) {
        this("none", "`" + codec.payload() + "`", 1, highestWer, encoder, codec, ratesHz);
    }

    RecorderFormat(
            String container,
            String codec,
            int channels,
            double highestWer,
            Encoder encoder,
            @Nullable HeaderlessCodec headerless,
            Integer... ratesHz) {
        this.container = container;
        this.codec = codec;
        this.channels = channels;
        this.highestWer = highestWer;
        this.encoder = encoder;
        this.headerless = headerless;
        this.ratesHz = List.copyOf(Arrays.asList(ratesHz));
    }

    /**
     * @param kbps of each channel; 0 when the codec has but one
     */
    private static Encoder ffmpeg(String format, String encoder, double kbps) {
        return (rateHz, sound) ->
                Encoded.of(format, encoder, rateHz, (int) Math.round(kbps * 1_000) * sound.length, sound);
    }

    /** FFmpeg's own encoder of Vorbis takes two channels and nothing else. */
    private static Encoder vorbis(String format) {
        Encoder encoder = ffmpeg(format, "vorbis", 32);
        return (rateHz, sound) ->
                sound.length == 2 ? encoder.encode(rateHz, sound) : encoder.encode(rateHz, sound[0], sound[0]);
    }

    byte[] encode(int rateHz, short[]... sound) throws IOException {
        return encoder.encode(rateHz, sound);
    }

    /** What the source has to declare; null when the bytes say it. */
    @Nullable
    HeaderlessCodec headerless() {
        return headerless;
    }

    /** Most channels. */
    int channels() {
        return channels;
    }

    List<Integer> ratesHz() {
        return ratesHz;
    }

    /** How many of the words that are recognised in WAV may be others in this, 0 to 1. */
    double highestWer() {
        return highestWer;
    }

    /** The beginning of its row in the document: what it is, and what is promised of it. */
    String row() {
        List<String> kilohertz = ratesHz.stream()
                .map(hz -> Double.toString(hz / 1000.0).replaceAll("\\.0$", ""))
                .toList();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %.2f |",
                container,
                codec,
                String.join(", ", kilohertz),
                channels,
                highestWer);
    }
}
