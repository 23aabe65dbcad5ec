package io.callscope.analytics.llm.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorLocatorTest {
    private static final Transcript CALL = CallFixtures.transcript(
            "ru",
            "О добрый день слушаю вас",
            "К Я уже третий раз звоню, а всё без толку!",
            "О сейчас посмотрю",
            "К мне обещали привезти ещё вчера",
            "О заявка закрыта",
            "К никто мне не звонил и не предупреждал",
            "О понял вас");

    private final AnchorLocator locator = new AnchorLocator(CALL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | третий раз звоню            | EXACT      | третий раз звоню",
                "1 | я уже третий раз звоню      | NORMALISED | Я уже третий раз звоню",
                "1 | звоню — а все, без толку    | NORMALISED | звоню, а всё без толку",
                "3 | мне обещали привезти еще    | NORMALISED | мне обещали привезти ещё",
                "3 | мне обещали привести еще вчера | NEAR       | мне обещали привезти ещё вчера",
                "5 | никто мне не звонил и не предупредил | NEAR | никто мне не звонил и не предупреждал",
                "3 | [3] клиент: мне обещали     | EXACT      | мне обещали",
            })
    void findsTheTranscriptsOwnWords(int utterance, String quote, How how, String words) {
        // When
        Located located = locator.locate(List.of(utterance), quote).orElseThrow();

        // Then
        assertThat(located.how()).isEqualTo(how);
        assertThat(located.evidence().utteranceId()).isEqualTo(utterance);
        assertThat(quoted(located.evidence())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "4, 3", "1, 3", "5, 3"})
    void looksAroundTheNamedUtterance(int named, int found) {
        assertThat(locator.locate(List.of(named), "обещали привезти")
                        .map(words -> words.evidence().utteranceId()))
                .contains(found);
    }

    @Test
    void looksNoFurtherThanThat() {
        assertThat(locator.locate(List.of(0), "обещали привезти")).isEmpty();
        assertThat(locator.locate(List.of(6), "обещали привезти")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "да",
                "!!! ???",
                "обеща",
                "вы мне нахамили и бросили трубку",
                "мне обещали привезти завтра вечером домой",
                "никто мне не звонил но все предупредили меня"
            })
    void findsNothingThatWasNotSaid(String quote) {
        assertThat(locator.locate(List.of(0, 1, 2, 3, 4, 5, 6), quote)).isEmpty();
    }

    @Test
    void passesOverUtterancesThatDoNotExist() {
        assertThat(locator.locate(List.of(-1, 99, Integer.MAX_VALUE, Integer.MIN_VALUE), "обещали привезти"))
                .isEmpty();
        assertThat(locator.locate(List.of(99, 3), "обещали привезти")).isPresent();
    }

    @Test
    void timesAreThoseOfTheWords() {
        // When
        Evidence evidence =
                locator.locate(List.of(3), "обещали привезти").orElseThrow().evidence();

        // Then
        assertThat(evidence).isEqualTo(CallFixtures.evidence(CALL, "обещали привезти"));
    }

    @Test
    void timesOfWordsBehindANumberInDigitsAreTheirOwn() {
        // Given: "двести пятьдесят рублей сняли" is written "250 рублей сняли"
        List<Word> words = List.of(
                new Word("двести", 1_000, 1_350, 0.9),
                new Word("пятьдесят", 1_400, 1_750, 0.9),
                new Word("рублей", 1_800, 2_150, 0.9),
                new Word("сняли", 2_200, 2_550, 0.9));
        Rewrite number = new Rewrite(Rewrite.Kind.NUMBER, null, 0, 3, "двести пятьдесят", 1_000, 1_750);
        Utterance said = new Utterance(
                0, 0, Party.CUSTOMER, 1_000, 2_600, "250 рублей сняли", 0.9, null, words, List.of(number));
        Transcript call =
                new Transcript("ru", TranscriptSource.RECOGNISED, "small-ru", "ff00", 3_000, 1, List.of(said));

        // When
        Evidence all = new AnchorLocator(call)
                .locate(List.of(0), "250 рублей сняли")
                .orElseThrow()
                .evidence();
        Evidence last = new AnchorLocator(call)
                .locate(List.of(0), "рублей сняли")
                .orElseThrow()
                .evidence();

        // Then
        assertThat(all).isEqualTo(new Evidence(0, 0, 16, 1_000, 2_550));
        assertThat(last).isEqualTo(new Evidence(0, 4, 16, 1_800, 2_550));
    }

    @Test
    void anyWordsOfTheCallAreFoundWhateverBecomesOfTheirCase() {
        // Given
        long seed = 20261012;
        Random random = new Random(seed);

        for (int round = 0; round < 500; round++) {
            Utterance utterance =
                    CALL.utterances().get(random.nextInt(CALL.utterances().size()));
            String[] words = utterance.text().split(" ");
            int from = random.nextInt(words.length);
            int to = from + 1 + random.nextInt(words.length - from);
            String quote = String.join(" ", List.of(words).subList(from, to));
            String changed = random.nextBoolean() ? quote.toUpperCase(java.util.Locale.ROOT) : quote;

            // When
            Optional<Located> located = locator.locate(List.of(utterance.id()), changed);

            // Then
            if (quote.replaceAll("[^\\p{L}]", "").length() >= 4) {
                assertThat(located)
                        .as("seed %d, round %d, \"%s\"", seed, round, changed)
                        .isPresent();
                assertThat(located.get().how()).isNotEqualTo(How.NEAR);
            }
        }
    }

    private static String quoted(Evidence evidence) {
        return evidence.quoteFrom(CALL.utterances().get(evidence.utteranceId()).text());
    }
}
