package io.callscope.analytics.web.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.web.audio.ByteRange.UnsatisfiableRangeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-,0,99",
        "bytes=10-19,10,19",
        "bytes=99-,99,99",
        "bytes=0-0,0,0",
        "bytes=90-500,90,99",
        "bytes=-10,90,99",
        "bytes=-500,0,99"
    })
    void readsOneRange(String header, long first, long last) throws Exception {
        assertThat(ByteRange.parse(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "items=0-5", "bytes=5-2", "bytes=0-1,5-6", "bytes=a-b"})
    void sendsTheWholeForWhatMayBeIgnored(String header) throws Exception {
        assertThat(ByteRange.parse(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=999999999999999999-", "bytes=-0"})
    void refusesWhatDoesNotExist(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 100)).isInstanceOf(UnsatisfiableRangeException.class);
    }
}
