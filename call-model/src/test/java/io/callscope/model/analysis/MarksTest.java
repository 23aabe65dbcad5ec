package io.callscope.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.call.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What marks, evidence and repeat contacts insist on. */
class MarksTest {
    private static final Evidence EVIDENCE = new Evidence(0, 3, 9, 100, 200);

    @Test
    void evidenceQuotesItsWords() {
        // When
        String quote = EVIDENCE.quoteFrom("ну почему опять");

        // Then
        assertThat(quote).isEqualTo("почему");
    }

    @Test
    void evidenceOfAShorterTextQuotesWhatIsThere() {
        // When
        // Then
        assertThat(EVIDENCE.quoteFrom("ну поч")).isEqualTo("поч");
        assertThat(EVIDENCE.quoteFrom("ну")).isEmpty();
    }

    @Test
    void evidenceRunsForwards() {
        // When
        // Then
        assertThatThrownBy(() -> new Evidence(0, 5, 4, 0, 0)).hasMessageContaining("expected 0 <= start <= end");
        assertThatThrownBy(() -> new Evidence(0, 0, 4, 7, 6)).hasMessageContaining("expected 0 <= start <= end");
        assertThatThrownBy(() -> new Evidence(-1, 0, 4, 7, 8)).hasMessageContaining("expected 0 <= start <= end");
    }

    @Test
    void aBarrierHasASeverityAndADriverHasNone() {
        // When
        // Then
        assertThat(mark("certainty.no-deadline", Polarity.DRIVER, 0, 1).severity())
                .isZero();
        assertThatThrownBy(() -> mark("certainty.no-deadline", Polarity.BARRIER, 0, 1))
                .hasMessageContaining("severity 0");
        assertThatThrownBy(() -> mark("certainty.no-deadline", Polarity.DRIVER, 1, 1))
                .hasMessageContaining("severity 1");
    }

    @Test
    void aMarkIsOfTheForceOfItsCode() {
        // When
        // Then
        assertThatThrownBy(() -> mark("control.no-choice", Polarity.BARRIER, 2, 1))
                .hasMessage("code \"control.no-choice\": expected one of force certainty");
        assertThatThrownBy(() -> mark("certainty.no-deadline", Polarity.BARRIER, 2, Double.NaN))
                .hasMessageContaining("confidence NaN");
    }

    @Test
    void aMarkStandsOnEvidence() {
        // When
        // Then
        assertThatThrownBy(() -> new Mark(
                        Force.CERTAINTY,
                        "certainty.no-deadline",
                        Polarity.BARRIER,
                        "use",
                        1,
                        Party.CUSTOMER,
                        List.of(),
                        "billing",
                        1,
                        "rules"))
                .hasMessage("mark certainty.no-deadline: expected evidence");
        assertThatThrownBy(() -> new Signal("bot", Party.UNKNOWN, List.of()))
                .hasMessage("signal bot: expected evidence");
    }

    @Test
    void aRepeatHasACauseAndNoOtherContactHas() {
        // When
        // Then
        assertThat(new RepeatContact(true, null, "none", List.of(EVIDENCE)).cause())
                .isEqualTo("none");
        assertThat(RepeatContact.notSaid().said()).isFalse();
        assertThatThrownBy(() -> new RepeatContact(true, null, null, List.of()))
                .hasMessageContaining("expected a cause");
        assertThatThrownBy(() -> new RepeatContact(false, null, "x", List.of()))
                .hasMessageContaining("expected a cause");
        assertThatThrownBy(() -> new RepeatContact(true, 1, "x", List.of())).hasMessageContaining("expected 2 or more");
    }

    private static Mark mark(String code, Polarity polarity, int severity, double confidence) {
        return new Mark(
                Force.CERTAINTY,
                code,
                polarity,
                "use",
                severity,
                Party.CUSTOMER,
                List.of(EVIDENCE),
                "billing",
                confidence,
                "rules");
    }
}
