package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.transcript.Word;
import org.junit.jupiter.api.Test;

class VoskResultTest {
    @Test
    void readsWordsWithTimesInMilliseconds() {
        // Given
        String json = """
                {"result":[{"conf":0.75,"end":1.2345,"start":0.99,"word":"алло"},
                           {"conf":1.0000001,"end":2.0,"start":1.5,"word":"да"}],"text":"алло да"}""";

        // When
        Phrase phrase = VoskResult.parse(json).orElseThrow();

        // Then
        assertThat(phrase.words()).containsExactly(new Word("алло", 990, 1_235, 0.75), new Word("да", 1_500, 2_000, 1));
    }

    @Test
    void silenceIsNoPhrase() {
        // Given
        String json = "{\"text\":\"\"}";

        // When
        var phrase = VoskResult.parse(json);

        // Then
        assertThat(phrase).isEmpty();
    }

    @Test
    void neverQuotesWhatWasSaid() {
        // Given
        String broken = "{\"text\":\"my card is four one one one";

        // When
        // Then
        assertThatThrownBy(() -> VoskResult.parse(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("card");
    }
}
