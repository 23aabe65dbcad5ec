package io.callscope.transcribe.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings as no recorder should write them: each is refused with its own reason, and quickly. */
class MalformedCorpusTest {
    private static final short[] SOUND = Tones.sine(440, 8_000, 4);

    @TempDir
    Path folder;

    static Stream<Arguments> corpus() throws IOException {
        return Stream.concat(wavs(), others());
    }

    private static Stream<Arguments> wavs() {
        short[][] many = IntStream.range(0, 24).mapToObj(i -> SOUND).toArray(short[][]::new);
        return Stream.of(
                arguments("truncated WAV", wav().presentBytes(20_000).bytes(), RejectReason.AUDIO_TRUNCATED),
                arguments("WAV cut inside its header", header(30), RejectReason.AUDIO_TRUNCATED),
                arguments("WAV cut ahead of its samples", header(36), RejectReason.AUDIO_TRUNCATED),
                arguments("ten times too long", wav().dataSize(640_000).bytes(), RejectReason.AUDIO_HEADER_INVALID),
                arguments("sample rate 0", wav().rateHz(0).bytes(), RejectReason.AUDIO_HEADER_INVALID),
                arguments(
                        "sample rate absurd", wav().rateHz(4_000_000_000L).bytes(), RejectReason.AUDIO_HEADER_INVALID),
                arguments("block align", wav().blockAlign(4).bytes(), RejectReason.AUDIO_HEADER_INVALID),
                arguments("byte rate", wav().byteRate(8_000).bytes(), RejectReason.AUDIO_HEADER_INVALID),
                arguments("0 channels", wav().channelCount(0).bytes(), RejectReason.AUDIO_HEADER_INVALID),
                arguments("24 channels", Wav.of(8_000, many).bytes(), RejectReason.TOO_MANY_CHANNELS),
                arguments("unknown codec", wav().formatTag(0x1234).bytes(), RejectReason.UNSUPPORTED_CODEC),
                arguments("0 s of audio", Wav.of(8_000, new short[0]).bytes(), RejectReason.NO_AUDIO));
    }

    private static Stream<Arguments> others() throws IOException {
        byte[] opus = Encoded.of(Encoded.Kind.OPUS, Tones.sine(440, 48_000, 4));
        byte[] flac = Encoded.of(Encoded.Kind.FLAC, SOUND);
        byte[] m4a = Encoded.of(Encoded.Kind.M4A, Tones.sine(440, 16_000, 4));
        return Stream.of(
                arguments("empty", new byte[0], RejectReason.NO_AUDIO),
                arguments("text", "Call me back, please.\n".repeat(200).getBytes(UTF_8), RejectReason.NOT_AUDIO),
                arguments("russian text", "Перезвоните мне. ".repeat(900).getBytes(UTF_8), RejectReason.NOT_AUDIO),
                arguments("noise", noise(), RejectReason.NOT_AUDIO),
                arguments("zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1, 2, 3}, RejectReason.NOT_AUDIO),
                script("ffconcat version 1.0\nfile /etc/hostname\n"),
                script("\uFEFF  ffconcat version 1.0\nfile secret.wav\n"),
                script("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"),
                script("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n"),
                script("<?xml version=\"1.0\"?><MPD/>"),
                script("file '/etc/passwd'\n"),
                arguments("AVI", "RIFF\0\0\0\0AVI LIST".getBytes(UTF_8), RejectReason.CONTAINER_NOT_ALLOWED),
                arguments("AIFF", "FORM\0\0\0\1AIFFCOMM".getBytes(UTF_8), RejectReason.CONTAINER_NOT_ALLOWED),
                arguments("opus cut in its header", Arrays.copyOf(opus, 40), RejectReason.AUDIO_TRUNCATED),
                arguments("flac without frames", Arrays.copyOf(flac, 42), RejectReason.AUDIO_CORRUPT),
                arguments("m4a of garbage", garbled(m4a), RejectReason.AUDIO_CORRUPT),
                arguments("matroska of garbage", matroska(), RejectReason.AUDIO_CORRUPT));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("corpus")
    void refusesWithItsReason(String name, byte[] bytes, RejectReason reason) throws Exception {
        // Given a file name that lies as well
        Path file = Files.write(folder.resolve("call.mp3"), bytes);
        AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
        CollectedPcm pcm = new CollectedPcm();
        long begun = System.nanoTime();

        // When
        RejectedCallException refusal =
                catchThrowableOfType(RejectedCallException.class, () -> decoder.decode(file, 16_000, pcm));

        // Then
        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    private static Wav wav() {
        return Wav.of(8_000, SOUND);
    }

    private static Arguments script(String text) {
        return arguments(
                "script " + text.strip().substring(0, 4), text.getBytes(UTF_8), RejectReason.CONTAINER_NOT_ALLOWED);
    }

    private static byte[] header(int bytes) {
        return Arrays.copyOf(wav().bytes(), bytes);
    }

    private static byte[] noise() {
        byte[] bytes = new byte[50_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** Replaces the sound and leaves the tables that say where it lies. */
    private static byte[] garbled(byte[] m4a) {
        byte[] garbled = m4a.clone();
        int tables = new String(m4a, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("moov") - 4;
        int sound = new String(m4a, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        assertThat(tables).as("place of the tables").isGreaterThan(sound);
        Random random = new Random(11);
        for (int i = sound; i < tables; i++) {
            garbled[i] = (byte) random.nextInt(256);
        }
        return garbled;
    }

    private static byte[] matroska() {
        byte[] bytes = noise();
        bytes[0] = 0x1A;
        bytes[1] = 0x45;
        bytes[2] = (byte) 0xDF;
        bytes[3] = (byte) 0xA3;
        return bytes;
    }
}
