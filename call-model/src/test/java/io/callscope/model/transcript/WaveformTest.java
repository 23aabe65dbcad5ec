package io.callscope.model.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaveformTest {
    @Test
    void givesBackTheBucketsOfEachChannel() {
        // Given
        byte[] loud = {-1, 0, 127};
        byte[] quiet = {0, 0, 3};

        // When
        Waveform waveform = Waveform.of(4, List.of(loud, quiet));

        // Then
        assertThat(waveform.peaks(0)).isEqualTo(loud);
        assertThat(waveform.peaks(1)).isEqualTo(quiet);
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> Waveform.of(0, List.of())).hasMessageContaining("0 ms");
        assertThatThrownBy(() -> Waveform.of(1, List.of(new byte[2], new byte[3])))
                .hasMessageContaining("2 different lengths");
        assertThatThrownBy(() -> new Waveform(1, List.of("no base64!"))).isInstanceOf(IllegalArgumentException.class);
    }
}
