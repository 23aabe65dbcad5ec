package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalListeningCopierTest {
    private static final int RATE_HZ = 16_000;
    /** −80 dB of full scale is 3.3 of 16 bits. */
    private static final int INAUDIBLE = 3;

    @TempDir
    Path folder;

    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
    private final ListeningCopier copier = new LocalListeningCopier(decoder);
    private Path copy;

    @BeforeEach
    void place() {
        copy = folder.resolve("copy");
    }

    @ParameterizedTest(name = "{1} in {0}, {2} Hz, {3} channels")
    @CsvSource({
        "wav,pcm_s16le,8000,2",
        "wav,pcm_s16le,16000,1",
        "wav,pcm_mulaw,8000,1",
        "wav,adpcm_ima_wav,8000,2",
        "mp3,libmp3lame,8000,2",
        "ogg,libopus,48000,2",
        "webm,libopus,48000,1",
        "ipod,aac,44100,2",
        "flac,flac,22050,2",
        "asf,wmav2,16000,2",
        "amr,libopencore_amrnb,8000,1",
        "au,pcm_mulaw,11025,2"
    })
    void nothingIsHeardInTheSpansAndAllOutsideOfThem(String format, String encoder, int rateHz, int channels)
            throws Exception {
        // Given a loud tone, and what a redaction of a card at 2.0 to 4.5 s and one of a code at 6.0 to 6.8 s mutes
        short[][] tones = new short[channels][];
        for (int i = 0; i < channels; i++) {
            tones[i] = Tones.sine(440 + 560 * i, rateHz, 9);
        }
        Path recording = write(Encoded.of(format, encoder, rateHz, bitRate(encoder, channels), tones));

        // When
        boolean made = copier.copy(recording, copy, List.of(new MutedSpan(5_850, 6_950), new MutedSpan(1_850, 4_650)));

        // Then
        assertThat(made).isTrue();
        CollectedPcm original = new CollectedPcm();
        decoder.decode(recording, RATE_HZ, original);
        CollectedPcm heard = new CollectedPcm();
        DecodedAudio audio = decoder.decode(copy, RATE_HZ, heard);
        assertThat(audio.container()).isEqualTo("mp3");
        assertThat(audio.channels()).isEqualTo(channels);
        assertThat(audio.sourceRateHz()).isEqualTo(rateHz <= 16_000 ? 16_000 : 24_000);
        assertThat(audio.durationMs()).isBetween(8_950L, 9_150L);
        for (int channel = 0; channel < channels; channel++) {
            short[] samples = heard.channel(channel);
            short[] before = original.channel(channel);
            assertThat(loudest(samples, 2.0, 4.5))
                    .as("card, channel %d", channel)
                    .isLessThanOrEqualTo(INAUDIBLE);
            assertThat(loudest(samples, 6.0, 6.8))
                    .as("code, channel %d", channel)
                    .isLessThanOrEqualTo(INAUDIBLE);
            assertThat(loudest(before, 2.0, 4.5)).as("the original").isGreaterThan(3_000);
            for (double[] kept : new double[][] {{0.2, 1.7}, {4.8, 5.7}, {7.1, 8.8}}) {
                // LAME turns everything down to 0.95, so that nothing clips
                assertThat(rms(samples, kept[0], kept[1]))
                        .as("channel %d, %s to %s s", channel, kept[0], kept[1])
                        .isCloseTo(0.95 * rms(before, kept[0], kept[1]), withinPercentage(2));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8000", "16000", "22050", "48000"})
    void keepsTheTimesOfTheRecording(int rateHz) throws Exception {
        // Given silence that ends after exactly one second
        short[] samples = Tones.silence(rateHz, 2);
        System.arraycopy(Tones.sine(500, rateHz, 1), 0, samples, rateHz, rateHz);
        Path recording = write(Encoded.of("au", "pcm_s16be", rateHz, 0, samples));

        // When
        copier.copy(recording, copy, List.of());

        // Then
        CollectedPcm heard = new CollectedPcm();
        decoder.decode(copy, RATE_HZ, heard);
        short[] out = heard.channel(0);
        int begins = 0;
        while (Math.abs(out[begins]) < 5_000) {
            begins++;
        }
        assertThat(begins / (double) RATE_HZ).isCloseTo(1.0, within(0.005));
    }

    @Test
    void oneChannelIsNotHeardInTheOther() throws Exception {
        // Given
        Path recording =
                write(Encoded.of("au", "pcm_s16be", 8_000, 0, Tones.sine(440, 8_000, 4), Tones.silence(8_000, 4)));

        // When
        copier.copy(recording, copy, List.of());

        // Then
        CollectedPcm heard = new CollectedPcm();
        decoder.decode(copy, RATE_HZ, heard);
        assertThat(amplitude(heard.channel(0), 0.5, 3.5, 440)).isGreaterThan(9_000);
        assertThat(loudest(heard.channel(1), 0, 3.9)).isLessThanOrEqualTo(INAUDIBLE);
    }

    @Test
    void theSameRecordingAndSpansGiveTheSameBytes() throws Exception {
        // Given
        Path recording = write(Wav.of(8_000, Tones.sine(440, 8_000, 5)).bytes());
        Path again = folder.resolve("again");

        // When
        copier.copy(recording, copy, List.of(new MutedSpan(1_000, 2_000)));
        copier.copy(recording, again, List.of(new MutedSpan(1_000, 2_000)));

        // Then
        assertThat(copy).hasSameBinaryContentAs(again);
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "wav,pcm_s16le,true",
        "wav,pcm_mulaw,true",
        "wav,pcm_alaw,true",
        "wav,adpcm_ima_wav,false",
        "wav,g722,false",
        "wav,libmp3lame,false",
        "mp3,libmp3lame,true",
        "ogg,libopus,true",
        "ogg,flac,false",
        "webm,libopus,true",
        "matroska,libopus,false",
        "ipod,aac,true",
        "adts,aac,true",
        "flac,flac,true",
        "au,pcm_mulaw,false",
        "asf,wmav2,false",
        "amr,libopencore_amrnb,false"
    })
    void onlyWhatBrowsersPlayHasNoCopy(String format, String encoder, boolean played) throws Exception {
        // Given
        int rateHz = encoder.equals("libopus") ? 48_000 : encoder.equals("libopencore_amrnb") ? 8_000 : 16_000;
        Path recording = write(Encoded.of(format, encoder, rateHz, bitRate(encoder, 1), Tones.sine(440, rateHz, 2)));

        // When
        boolean made = copier.copy(recording, copy, List.of());

        // Then
        assertThat(made).isNotEqualTo(played);
        assertThat(Files.exists(copy)).isEqualTo(made);
    }

    @Test
    void aRecordingThatCannotBeDecodedSaysWhy() throws Exception {
        // Given
        Path recording = write("no recording at all\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        // When
        // Then
        assertThatThrownBy(() -> copier.copy(recording, copy, List.of()))
                .isInstanceOfSatisfying(
                        RejectedCallException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.NOT_AUDIO));
    }

    @Test
    void aCopyThatCannotBeWrittenIsTriedAgain() throws Exception {
        // Given
        Path recording = write(Wav.of(8_000, Tones.sine(440, 8_000, 1)).bytes());

        // When
        // Then
        assertThatThrownBy(() -> copier.copy(
                        recording, folder.resolve("nowhere").resolve("copy"), List.of(new MutedSpan(0, 100))))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        // Given
        Path recording = write(Wav.of(8_000, Tones.sine(440, 8_000, 60)).bytes());
        Thread.currentThread().interrupt();

        // When
        // Then
        assertThatThrownBy(() -> copier.copy(recording, copy, List.of(new MutedSpan(0, 100))))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static int bitRate(String encoder, int channels) {
        return encoder.equals("libopencore_amrnb") ? 12_200 : 48_000 * channels;
    }

    private static int loudest(short[] samples, double fromSeconds, double toSeconds) {
        int loudest = 0;
        for (int i = (int) (fromSeconds * RATE_HZ); i < toSeconds * RATE_HZ; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }

    private static double rms(short[] samples, double fromSeconds, double toSeconds) {
        short[] part = Arrays.copyOfRange(samples, (int) (fromSeconds * RATE_HZ), (int) (toSeconds * RATE_HZ));
        double sum = 0;
        for (short sample : part) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / part.length);
    }

    private static double amplitude(short[] samples, double fromSeconds, double toSeconds, double hertz) {
        short[] part = Arrays.copyOfRange(samples, (int) (fromSeconds * RATE_HZ), (int) (toSeconds * RATE_HZ));
        return Tones.amplitude(part, hertz, RATE_HZ);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("recording"), bytes);
    }
}
