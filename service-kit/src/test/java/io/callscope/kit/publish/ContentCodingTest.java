package io.callscope.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
    @Test
    void unzipsWhatItZipped() {
        // Given
        byte[] value = "почему так долго ".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        // When
        byte[] zipped = ContentCoding.zip(value);

        // Then
        assertThat(zipped.length).isLessThan(value.length / 20);
        assertThat(ContentCoding.unzip(zipped)).isEqualTo(value);
    }

    @Test
    void rejectsWhatIsNoGzip() {
        // When
        // Then
        assertThatThrownBy(() -> ContentCoding.unzip(new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(
                        RejectedCallException.class,
                        error -> assertThat(error.reason()).isEqualTo(RejectReason.MALFORMED_EVENT));
    }

    @Test
    void rejectsAGzipThatWasCutOff() {
        // Given
        byte[] zipped = ContentCoding.zip(new byte[100_000]);

        // When
        // Then
        assertThatThrownBy(() -> ContentCoding.unzip(Arrays.copyOf(zipped, zipped.length - 9)))
                .isInstanceOfSatisfying(
                        RejectedCallException.class,
                        error -> assertThat(error.reason()).isEqualTo(RejectReason.MALFORMED_EVENT));
    }

    @Test
    void rejectsABombBeforeItFillsTheMemory() {
        // Given
        byte[] bomb = ContentCoding.zip(new byte[65 << 20]);

        // When
        // Then
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> ContentCoding.unzip(bomb))
                .isInstanceOfSatisfying(
                        RejectedCallException.class,
                        error -> assertThat(error.reason()).isEqualTo(RejectReason.EVENT_TOO_LARGE));
    }
}
