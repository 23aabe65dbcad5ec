package io.callscope.analytics.parties;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.parties.PartyCorrection.Turn;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectedPartiesTest {
    private static final CallTranscribed EVENT = event(CallFixtures.transcript(
            "ru", "К добрый день слушаю вас", "О где мой заказ сколько еще ждать", "К сейчас посмотрю"));

    private static CallTranscribed event(Transcript transcript) {
        return CallFixtures.transcribed("call-1", CallFixtures.metadata(), CallFixtures.STARTED, transcript);
    }

    private static PartyCorrection correction(boolean swapped, CallTranscribed confirmed) {
        List<Turn> turns = confirmed.transcript().utterances().stream()
                .map(said -> new Turn(said.party(), new TalkSpan(said.startMs(), said.endMs())))
                .toList();
        return new PartyCorrection(1, swapped, "anna", "Анна", CallFixtures.STARTED, turns);
    }

    @Test
    void whatContradictsIsExchanged() {
        // Given
        CallTranscribed swapped = CorrectedParties.swapped(EVENT);

        // When Then
        assertThat(CorrectedParties.of(EVENT, correction(true, swapped))).isEqualTo(swapped);
        assertThat(CorrectedParties.swapped(swapped).transcriptHash()).isEqualTo(EVENT.transcriptHash());
    }

    @Test
    void aLaterRecognitionIsHeldAgainstWhatWasConfirmedByTime() {
        // Given: other words at about the same times, once right and once wrong
        PartyCorrection confirmed = correction(true, CorrectedParties.swapped(EVENT));
        CallTranscribed wrong = event(
                CallFixtures.transcript("ru", "К здравствуйте", "О а где же мой заказ долго ли ждать", "К посмотрю"));
        CallTranscribed right = event(
                CallFixtures.transcript("ru", "О здравствуйте", "К а где же мой заказ долго ли ждать", "О посмотрю"));

        // When Then
        assertThat(CorrectedParties.of(wrong, confirmed)).isEqualTo(CorrectedParties.swapped(wrong));
        assertThat(CorrectedParties.of(right, confirmed)).isEqualTo(right);
    }

    @Test
    void withoutACorrectionOrAfterOneThatWasTakenBackNothingIsChanged() {
        assertThat(CorrectedParties.of(EVENT, null)).isEqualTo(EVENT);
        assertThat(CorrectedParties.of(EVENT, correction(false, CorrectedParties.swapped(EVENT))))
                .isEqualTo(EVENT);
    }
}
