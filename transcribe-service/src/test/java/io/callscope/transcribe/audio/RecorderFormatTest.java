package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code docs/formats.md}, at every rate that it names: nothing lost, nothing swapped, at the right speed. */
class RecorderFormatTest {
    private static final int MODEL_HZ = 16_000;
    private static final Path DOCUMENT = Path.of("..", "docs", "formats.md");

    @TempDir
    Path folder;

    static Stream<Arguments> rows() {
        return Arrays.stream(RecorderFormat.values())
                .flatMap(format -> format.ratesHz().stream().map(rateHz -> Arguments.of(format, rateHz)));
    }

    @ParameterizedTest(name = "{0} at {1} Hz")
    @MethodSource("rows")
    void isHeardAsItWasRecorded(RecorderFormat format, int rateHz) throws Exception {
        // Given a tone in each channel that a codec for speech lets through
        short[][] tones = {Tones.sine(440, rateHz, 4), Tones.sine(1_000, rateHz, 4)};
        short[][] sound = Arrays.copyOf(tones, format.channels());
        Path recording = Files.write(folder.resolve("recording"), format.encode(rateHz, sound));
        if (format.headerless() != null) {
            HeaderlessRecording.addHeader(recording, format.headerless().payload());
        }
        CollectedPcm pcm = new CollectedPcm();

        // When
        DecodedAudio audio = new AudioDecoder(AudioLimits.DEFAULT).decode(recording, MODEL_HZ, pcm);

        // Then
        assertThat(audio.channels()).isEqualTo(format.channels());
        assertThat(audio.damagedPackets()).isZero();
        // a coder's delay and its last, half empty frame add up to a quarter of a second
        assertThat(audio.durationMs()).isBetween(3_950L, 4_250L);
        assertThat(Tones.amplitude(pcm.channel(0), 440, MODEL_HZ)).isBetween(5_000.0, 11_000.0);
        if (format.channels() == 2) {
            assertThat(Tones.amplitude(pcm.channel(1), 1_000, MODEL_HZ)).isBetween(4_000.0, 11_000.0);
            assertThat(Tones.amplitude(pcm.channel(0), 1_000, MODEL_HZ)).isLessThan(1_000);
            assertThat(Tones.amplitude(pcm.channel(1), 440, MODEL_HZ)).isLessThan(1_000);
        }
    }

    @Test
    void theDocumentListsEveryRow() throws Exception {
        // Given
        List<String> expected =
                Arrays.stream(RecorderFormat.values()).map(RecorderFormat::row).toList();

        // When
        List<String> written = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\|.*\\| [0-9]\\.[0-9]{2} \\|.*"))
                .toList();

        // Then
        assertThat(written).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(written.get(i)).startsWith(expected.get(i));
        }
    }
}
