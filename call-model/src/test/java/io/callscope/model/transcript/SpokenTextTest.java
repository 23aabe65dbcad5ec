package io.callscope.model.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.call.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenTextTest {
    /** "плачу двести рублей с карты сорок два… да" */
    private static final Utterance UTTERANCE = new Utterance(
            0,
            0,
            Party.CUSTOMER,
            0,
            5_000,
            "плачу 200 рублей с [card] да",
            null,
            null,
            List.of(),
            List.of(
                    new Rewrite(Rewrite.Kind.NUMBER, null, 6, 9, "двести", 300, 600),
                    new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CARD, 19, 25, null, 1_000, 4_000)));

    @Test
    void putsBackWhatWasSaid() {
        // Given
        // When
        SpokenText spoken = SpokenText.of(UTTERANCE);

        // Then
        assertThat(spoken.text()).isEqualTo("плачу двести рублей с " + SpokenText.REDACTED + " да");
    }

    @Test
    void placesAreRoundedOutwardToTheBordersOfARewrite() {
        // Given
        SpokenText spoken = SpokenText.of(UTTERANCE);
        int hundreds = spoken.text().indexOf("двести");
        int yes = spoken.text().indexOf("да");

        // When
        // Then
        assertThat(spoken.writtenStart(hundreds + 3)).isEqualTo(6);
        assertThat(spoken.writtenEnd(hundreds + 3)).isEqualTo(9);
        assertThat(spoken.writtenStart(hundreds)).isEqualTo(6);
        assertThat(spoken.writtenEnd(hundreds + 6)).isEqualTo(9);
        assertThat(spoken.writtenStart(yes)).isEqualTo(26);
        assertThat(spoken.writtenEnd(yes + 2)).isEqualTo(28);
        assertThat(spoken.writtenStart(0)).isZero();
        assertThat(spoken.writtenEnd(spoken.text().length())).isEqualTo(28);
    }

    @Test
    void everyStretchComesBackWithinWhatItWas() {
        // Given
        SpokenText spoken = SpokenText.of(UTTERANCE);

        for (int start = 0; start < UTTERANCE.text().length(); start++) {
            for (int end = start + 1; end <= UTTERANCE.text().length(); end++) {
                // When
                int from = spoken.writtenStart(spoken.spokenStart(start));
                int to = spoken.writtenEnd(spoken.spokenEnd(end));

                // Then
                assertThat(from).as("start %d", start).isLessThanOrEqualTo(start);
                assertThat(to).as("end %d", end).isGreaterThanOrEqualTo(end);
            }
        }
    }
}
