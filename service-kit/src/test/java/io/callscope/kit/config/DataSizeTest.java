package io.callscope.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSizeTest {
    @ParameterizedTest
    @CsvSource({"0,0,0B", "100,100,100B", "1kib,1024,1KiB", "1536 KiB,1572864,1536KiB", "2GiB,2147483648,2GiB"})
    void readsAndWritesItself(String text, long bytes, String written) {
        // When
        DataSize size = DataSize.of(text);

        // Then
        assertThat(size.bytes()).isEqualTo(bytes);
        assertThat(size).hasToString(written);
        assertThat(DataSize.of(size.toString())).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "1.5MiB", "1 MB", "1TiB", "99999999999999"})
    void refusesWhatIsNoSize(String text) {
        // When
        // Then
        assertThatThrownBy(() -> DataSize.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a size such as 64MiB");
    }
}
