package io.callscope.analytics.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimecodeTest {
    @ParameterizedTest
    @CsvSource({"1:23,83000", "0:00,0", "83,83000", "' 12:05 ',725000", "100:00,6000000", "1:04:07,3847000"})
    void readsWhatPeopleWrite(String text, long millis) {
        assertThat(Timecode.parse(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1:5", "1:60", "1:60:00", "-1", "1,5", "a", "1:23:4", "999999", "١:٢٣", "1::2", ":10"})
    void anythingElseIsNoTime(String text) {
        assertThat(Timecode.parse(text)).isEmpty();
    }
}
