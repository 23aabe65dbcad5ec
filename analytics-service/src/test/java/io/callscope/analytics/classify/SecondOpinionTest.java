package io.callscope.analytics.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.examples.ForcePlausibility;
import io.callscope.analytics.examples.PhraseBook;
import io.callscope.analytics.text.RussianLemmatizer;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {
    private static final PhraseBook BOOK = new PhraseBook(
            "ru",
            Map.of(
                    "certainty.status-unknown",
                    List.of(
                            "никто не знает где мой заказ",
                            "где посылка никто не говорит",
                            "заказ пропал и никто не знает где он"),
                    "fair-treatment.wrong-charge",
                    List.of("списали деньги два раза", "сняли с карты лишнее", "деньги списали дважды за одно"),
                    PhraseBook.NONE,
                    List.of(
                            "здравствуйте я хочу сделать заказ",
                            "подскажите когда придет заказ",
                            "спасибо до свидания",
                            "оплатил картой деньги есть")));
    private static final ForcePlausibility PLAUSIBILITY = new ForcePlausibility(BOOK, new RussianLemmatizer());

    @Test
    void hearsWhatNoPatternForesawAndNamesTheNearestCode() {
        // Given
        SecondOpinion opinion = opinion(Party.CUSTOMER, "с карты сняли деньги два раза списали");

        // When
        List<SecondOpinion.Heard> heard = opinion.unforeseen(Set.of());

        // Then
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).force()).isEqualTo(Force.FAIR_TREATMENT);
        assertThat(heard.get(0).code()).isEqualTo("fair-treatment.wrong-charge");
        assertThat(heard.get(0).evidence().utteranceId()).isZero();
    }

    @Test
    void takesAwayWhatSpeaksOfSomethingElse() {
        // Given
        SecondOpinion opinion = opinion(Party.CUSTOMER, "подскажите когда придет заказ спасибо");
        Evidence all = new Evidence(0, 0, 37, 0, 1000);

        // When
        boolean unfair = opinion.confirms(Force.FAIR_TREATMENT, Party.CUSTOMER, List.of(all));

        // Then
        assertThat(unfair).isFalse();
    }

    @Test
    void leavesTheAgentsWordsToThePatterns() {
        // Given
        SecondOpinion opinion = opinion(Party.AGENT, "деньги списали дважды за одно");
        Evidence all = new Evidence(0, 0, 29, 0, 1000);

        // When
        boolean confirmed = opinion.confirms(Force.BELONGING, Party.AGENT, List.of(all));

        // Then
        assertThat(confirmed).isTrue();
        assertThat(opinion.unforeseen(Set.of())).isEmpty();
    }

    @Test
    void samePhrasesGiveTheSameModel() {
        // When
        ForcePlausibility again = new ForcePlausibility(BOOK, new RussianLemmatizer());

        // Then
        String words = "никто не говорит где мои деньги";
        assertThat(again.of(words)).isEqualTo(PLAUSIBILITY.of(words));
    }

    @Test
    void longUtterancesAreLookedAtInStretches() {
        // Given
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            words.add("слово");
        }
        String text = String.join(" ", words) + " списали деньги два раза";

        // When
        double most = PLAUSIBILITY.of(text).stream()
                .mapToDouble(opinion -> opinion.of(Force.FAIR_TREATMENT))
                .max()
                .orElse(0);

        // Then
        assertThat(PLAUSIBILITY.of(text)).hasSizeGreaterThan(3);
        assertThat(most).isGreaterThan(0.5);
        assertThat(PLAUSIBILITY.of("")).isEmpty();
    }

    private static SecondOpinion opinion(Party party, String text) {
        Utterance utterance = new Utterance(0, 0, party, 0, 1000, text, null, List.of());
        return new SecondOpinion(
                PLAUSIBILITY,
                new Transcript("ru", TranscriptSource.IMPORTED, "test", null, 1000, 1, List.of(utterance)));
    }
}
