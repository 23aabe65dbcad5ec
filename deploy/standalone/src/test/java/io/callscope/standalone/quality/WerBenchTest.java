package io.callscope.standalone.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.Party;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WerBenchTest {
    private final StringWriter out = new StringWriter();

    @Test
    void poolsCallsAndTellsUnsureOnesApart() throws Exception {
        // Given: six calls of four words; the less sure, the more is wrong
        List<ReferenceCall> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(Spoken.said("c" + i, "agent: one good", "customer: fine day"));
        }
        Listening listening = (recording, metadata) -> {
            int call = Integer.parseInt(recording.toString().substring(1, 2));
            return Spoken.heard(
                    2, 0.5 + call * 0.05, "agent: one " + (call < 2 ? "bad" : "good"), "customer: fine day");
        };

        // When
        JsonNode json = bench(calls).run(listening);

        // Then
        assertThat(json.path("words").asInt()).isEqualTo(24);
        assertThat(json.path("wer").asDouble()).isEqualTo(0.0833);
        assertThat(json.path("lower").asDouble()).isBetween(0.0, 0.05);
        assertThat(json.path("upper").asDouble()).isBetween(0.12, 0.25);
        assertThat(json.path("normaliser").asText()).isNotEmpty();
        assertThat(json.path("keywords").path("recall").isNull()).isTrue();
        assertThat(out.toString())
                .contains("nobody.wav: no reference, left out")
                .contains("confidence 0.50 to 0.55: WER 0.250 (2 calls)")
                .contains("confidence 0.70 to 0.75: WER 0.000 (2 calls)");
    }

    @Test
    void givesNoIntervalForASingleCall() throws Exception {
        // When
        JsonNode json = bench(List.of(Spoken.said("c1", "unknown: good day")))
                .run((recording, metadata) -> Spoken.heard(1, 0.5, "unknown: good way"));

        // Then
        assertThat(json.path("wer").asDouble()).isEqualTo(0.5);
        assertThat(json.path("lower").isNull()).isTrue();
    }

    @Test
    void namesTheRecordingThatCannotBeRecognised() {
        // Given
        WerBench bench = bench(List.of(Spoken.said("c1", "unknown: good day")));

        // When, Then
        assertThatThrownBy(() -> bench.run((recording, metadata) -> {
                    throw new RejectedCallException(RejectReason.TOO_LONG, "5 h, expected at most 4 h");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("c1.wav: too-long: 5 h, expected at most 4 h");
    }

    private WerBench bench(List<ReferenceCall> calls) {
        return new WerBench(
                new ReferenceFolder.Found(calls, List.of("nobody.wav")),
                "en",
                List.of(Party.CUSTOMER, Party.AGENT),
                Optional.empty(),
                new PrintWriter(out, true));
    }
}
