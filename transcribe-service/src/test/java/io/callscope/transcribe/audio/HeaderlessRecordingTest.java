package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of a bare stream afterwards; that it decodes is shown by {@link RecorderFormatTest}. */
class HeaderlessRecordingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PCMA, .snd", "pcma, .snd", "' G.722 ', .snd", "g726-32, .snd", "AAL2-G726-32, RIFF", "g.729, RIFF"})
    void aBareStreamGetsItsHeader(String name, String magic) throws Exception {
        // Given
        byte[] stream = noise(8_000);
        Path recording = write(stream);

        // When
        boolean added = HeaderlessRecording.addHeader(recording, name);

        // Then
        byte[] whole = Files.readAllBytes(recording);
        assertThat(added).isTrue();
        assertThat(new String(whole, 0, 4, StandardCharsets.US_ASCII)).isEqualTo(magic);
        assertThat(Arrays.copyOfRange(whole, whole.length - stream.length, whole.length))
                .isEqualTo(stream);
        assertThat(folder).isDirectoryNotContaining("glob:**headed-*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCMA", "nonsense"})
    void whatSaysItselfWhatItIsStaysAsItIs(String name) throws Exception {
        // Given
        byte[] wav = Wav.of(8_000, Tones.sine(440, 8_000, 1)).bytes();
        Path recording = write(wav);

        // When
        boolean added = HeaderlessRecording.addHeader(recording, name);

        // Then
        assertThat(added).isFalse();
        assertThat(recording).hasBinaryContent(wav);
    }

    @Test
    void aTextIsNotMadeARecording() throws Exception {
        // Given
        byte[] script = "ffconcat version 1.0\nfile /etc/hostname\n".getBytes(StandardCharsets.US_ASCII);

        // When
        boolean added = HeaderlessRecording.addHeader(write(script), "PCMU");

        // Then
        assertThat(added).isFalse();
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatAreKnown() throws Exception {
        // Given
        Path recording = write(noise(8_000));

        // When
        RejectedCallException refusal = catchThrowableOfType(
                RejectedCallException.class, () -> HeaderlessRecording.addHeader(recording, "G728"));

        // Then
        assertThat(refusal.reason()).isEqualTo(RejectReason.UNSUPPORTED_CODEC);
        assertThat(refusal).hasMessageContainingAll("G728", "PCMU", "G722", "AAL2-G726-32", "G729");
    }

    @Test
    void whatIsNoNameAtAllIsNotRepeated() throws Exception {
        // Given
        Path recording = write(noise(8_000));

        // When
        RejectedCallException refusal = catchThrowableOfType(
                RejectedCallException.class, () -> HeaderlessRecording.addHeader(recording, "+79161234567"));

        // Then
        assertThat(refusal).hasMessageNotContaining("79161234567").hasMessageContaining("12 characters");
    }

    private Path write(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("recording"), bytes);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
