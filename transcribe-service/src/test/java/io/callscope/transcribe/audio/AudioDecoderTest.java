package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDecoderTest {
    private static final int MODEL_HZ = 16_000;

    @TempDir
    Path folder;

    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
    private final CollectedPcm pcm = new CollectedPcm();

    @Test
    void keepsChannelsApartAndInOrder() throws Exception {
        // Given
        Path wav = write(Wav.of(8_000, Tones.sine(440, 8_000, 3), Tones.sine(1_000, 8_000, 3))
                .bytes());

        // When
        DecodedAudio audio = decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        assertThat(audio.channels()).isEqualTo(2);
        assertThat(Tones.amplitude(pcm.channel(0), 440, MODEL_HZ)).isCloseTo(10_000, within(100.0));
        assertThat(Tones.amplitude(pcm.channel(1), 1_000, MODEL_HZ)).isCloseTo(10_000, within(100.0));
        assertThat(Tones.decibel(Tones.amplitude(pcm.channel(0), 1_000, MODEL_HZ), 10_000))
                .isLessThan(-70);
        assertThat(Tones.decibel(Tones.amplitude(pcm.channel(1), 440, MODEL_HZ), 10_000))
                .isLessThan(-70);
    }

    @Test
    void leavesNoImageAboveTelephonyWhenRaisingTheRate() throws Exception {
        // Given
        Path wav = write(Wav.of(8_000, Tones.sine(3_000, 8_000, 3)).bytes());

        // When
        decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        double image = Tones.amplitude(pcm.channel(0), 5_000, MODEL_HZ);
        assertThat(Tones.amplitude(pcm.channel(0), 3_000, MODEL_HZ)).isCloseTo(10_000, within(200.0));
        assertThat(Tones.decibel(image, 10_000))
                .as("image of 3 kHz at 5 kHz, dB")
                .isLessThan(-60);
    }

    @Test
    void foldsNothingBackWhenLoweringTheRate() throws Exception {
        // Given
        Path wav = write(Wav.of(44_100, Tones.sine(10_000, 44_100, 3)).bytes());

        // When
        decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        double alias = Tones.amplitude(pcm.channel(0), 6_000, MODEL_HZ);
        assertThat(Tones.decibel(alias, 10_000))
                .as("10 kHz folded to 6 kHz, dB")
                .isLessThan(-60);
    }

    @ParameterizedTest
    @CsvSource({"8000,2.5", "11025,3.1", "16000,1.0", "44100,2.0", "48000,0.37"})
    void keepsTheLength(int rateHz, double seconds) throws Exception {
        // Given
        Path wav = write(Wav.of(rateHz, Tones.sine(300, rateHz, seconds)).bytes());

        // When
        DecodedAudio audio = decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        assertThat(audio.sourceRateHz()).isEqualTo(rateHz);
        assertThat((double) audio.samples()).isCloseTo(seconds * MODEL_HZ, within(32.0));
        assertThat(pcm.channel(0)).hasSize((int) audio.samples());
        assertThat(audio.durationMs()).isBetween((long) (seconds * 1000) - 2, (long) (seconds * 1000) + 3);
    }

    @Test
    void startsWithoutDelay() throws Exception {
        // Given a step after exactly one second
        short[] samples = Tones.silence(8_000, 2);
        for (int i = 8_000; i < 16_000; i++) {
            samples[i] = 10_000;
        }
        Path wav = write(Wav.of(8_000, samples).bytes());

        // When
        decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        short[] out = pcm.channel(0);
        int step = 0;
        while (out[step] < 5_000) {
            step++;
        }
        assertThat(step).isCloseTo(16_000, within(4));
    }

    @Test
    void givesChunksOfOneSize() throws Exception {
        // Given
        Path wav = write(Wav.of(8_000, Tones.sine(440, 8_000, 1.05)).bytes());

        // When
        decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        assertThat(pcm.chunks()).hasSize(6);
        assertThat(pcm.chunks().subList(0, 5))
                .allSatisfy(chunk -> assertThat(chunk[0]).hasSize(3_200));
    }

    @ParameterizedTest
    @EnumSource(Encoded.Kind.class)
    void decodesCompressedRecordings(Encoded.Kind kind) throws Exception {
        // Given
        short[] low = Tones.sine(440, kind.rateHz, 3);
        short[] high = Tones.sine(1_000, kind.rateHz, 3);
        Path file = write(Encoded.of(kind, low, high));

        // When
        DecodedAudio audio = decoder.decode(file, MODEL_HZ, pcm);

        // Then
        assertThat(audio.durationMs()).isBetween(2_950L, 3_200L);
        assertThat(Tones.amplitude(pcm.channel(0), 440, MODEL_HZ)).isGreaterThan(8_000);
        assertThat(Tones.amplitude(pcm.channel(1), 1_000, MODEL_HZ)).isGreaterThan(8_000);
        assertThat(Tones.amplitude(pcm.channel(0), 1_000, MODEL_HZ)).isLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(Encoded.Kind.class)
    void noticesThatTheEndIsMissing(Encoded.Kind kind) throws Exception {
        // Given
        byte[] whole = Encoded.of(kind, Tones.sine(440, kind.rateHz, 20));
        Path file = write(java.util.Arrays.copyOf(whole, whole.length / 2 + 13));

        // When
        // Then
        assertThatThrownBy(() -> decoder.decode(file, MODEL_HZ, pcm))
                .isInstanceOfSatisfying(
                        RejectedCallException.class,
                        e -> assertThat(e.reason()).isEqualTo(RejectReason.AUDIO_TRUNCATED));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFF_FFFFL, 0x7FFF_FFFFL, 0x7FFF_F000L, 0xFFFF_FFFFL - 36})
    void readsStreamedWavToItsEnd(long dataSize) throws Exception {
        // Given
        Path wav = write(
                Wav.of(8_000, Tones.sine(440, 8_000, 2)).dataSize(dataSize).bytes());

        // When
        DecodedAudio audio = decoder.decode(wav, MODEL_HZ, pcm);

        // Then
        assertThat(audio.durationMs()).isBetween(1_998L, 2_002L);
    }

    @Test
    void refusesWhatIsTooLongOnceDecoded() throws Exception {
        // Given ten minutes of silence in a little more than 100 kB
        Path flac = write(Encoded.of(Encoded.Kind.FLAC, Tones.silence(8_000, 600)));
        AudioDecoder strict = new AudioDecoder(new AudioLimits(2, Duration.ofMinutes(5)));

        // When
        // Then
        assertThat(Files.size(flac)).isLessThan(150_000);
        assertThatThrownBy(() -> strict.decode(flac, MODEL_HZ, pcm))
                .isInstanceOfSatisfying(
                        RejectedCallException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.TOO_LONG));
        assertThat(pcm.chunks()).as("nothing was recognised in vain").isEmpty();
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        // Given
        Path wav = write(Wav.of(8_000, Tones.sine(440, 8_000, 60)).bytes());
        PcmSink interrupting = (channels, count) -> Thread.currentThread().interrupt();

        // When
        // Then
        assertThatThrownBy(() -> decoder.decode(wav, MODEL_HZ, interrupting)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("recording"), bytes);
    }
}
