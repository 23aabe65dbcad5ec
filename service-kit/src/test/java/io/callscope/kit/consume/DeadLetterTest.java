package io.callscope.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.kit.failure.RejectReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterTest {
    private static final Instant FIRST = Instant.parse("2026-10-12T11:05:00.123Z");

    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void comesBackFromItsHeaders(RejectReason reason) {
        // Given
        DeadLetter letter = letter(reason);

        // When
        DeadLetter read = DeadLetter.fromHeaders(letter.toHeaders()).orElseThrow();

        // Then
        assertThat(read).isEqualTo(letter);
        assertThat(RejectReason.ofId(reason.id())).contains(reason);
    }

    @Test
    void marksItsOwnHeaders() {
        // When
        // Then
        assertThat(letter(RejectReason.NO_AUDIO).toHeaders().keySet()).allMatch(DeadLetter::isOwnHeader);
        assertThat(DeadLetter.isOwnHeader("content-encoding")).isFalse();
    }

    @Test
    void aReasonOfANewerReleaseIsStillADeadLetter() {
        // Given
        Map<String, String> headers =
                new HashMap<>(letter(RejectReason.NO_AUDIO).toHeaders());
        headers.put("dlt-reason", "eaten-by-the-dog");

        // When
        DeadLetter read = DeadLetter.fromHeaders(headers).orElseThrow();

        // Then
        assertThat(read.reason()).isEqualTo(RejectReason.INTERNAL_ERROR);
    }

    @Test
    void headersOfSomethingElseAreNoDeadLetter() {
        // Given
        Map<String, String> broken = new HashMap<>(letter(RejectReason.NO_AUDIO).toHeaders());
        broken.put("dlt-origin-offset", "many");
        Map<String, String> dateless =
                new HashMap<>(letter(RejectReason.NO_AUDIO).toHeaders());
        dateless.put("dlt-last-failure", "yesterday");

        // When
        // Then
        assertThat(DeadLetter.fromHeaders(Map.of("schema", "CallRecorded/1"))).isEmpty();
        assertThat(DeadLetter.fromHeaders(broken)).isEmpty();
        assertThat(DeadLetter.fromHeaders(dateless)).isEmpty();
    }

    @Test
    void keepsLongDetailsShort() {
        // When
        // Then
        assertThat(DeadLetter.shortened("x".repeat(10_000))).hasSize(601).endsWith("…");
        assertThat(DeadLetter.shortened(null)).isEmpty();
    }

    private static DeadLetter letter(RejectReason reason) {
        return new DeadLetter(
                "calls.recorded.v1", 3, 77, "transcribe", reason, "24 channels", 1, FIRST, FIRST.plusSeconds(9));
    }
}
