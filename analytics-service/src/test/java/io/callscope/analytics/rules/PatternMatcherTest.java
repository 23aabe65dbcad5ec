package io.callscope.analytics.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.classify.Calls;
import io.callscope.analytics.text.EnglishLemmatizer;
import io.callscope.analytics.text.RussianLemmatizer;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatternMatcherTest {
    private static final RussianLemmatizer RUSSIAN = new RussianLemmatizer();

    private static List<Match> matches(Transcript call, String... patterns) {
        return matches(call, List.of(), patterns);
    }

    private static List<Match> matches(Transcript call, List<String> speech, String... patterns) {
        List<Pattern> parsed = new ArrayList<>();
        Map<String, Element> groups;
        try {
            for (String pattern : patterns) {
                parsed.add(PatternParser.parse(pattern));
            }
            groups = Map.of("money", PatternParser.parseGroup("деньги | сумма | на карту"));
        } catch (PatternSyntaxProblem e) {
            throw new IllegalArgumentException(e);
        }
        boolean russian = call.language().equals("ru");
        Lexicon lexicon = new Lexicon(
                call.language(),
                russian ? Set.of("ну", "вот", "мне") : Set.of("um", "has"),
                Set.of("не", "никто", "not", "never"),
                Set.of("если", "if"),
                Set.of("честно"),
                groups,
                Map.of("t", parsed));
        PatternMatcher matcher = new PatternMatcher(
                lexicon, russian ? RUSSIAN : new EnglishLemmatizer(), target -> Party.CUSTOMER, speech);
        return matcher.match(matcher.read(call));
    }

    private static int count(String text, String... patterns) {
        return matches(Calls.call("ru", "C:" + text), patterns).size();
    }

    @Test
    void findsTheSameWhicheverWordIsTheRarest() {
        // Given
        Transcript call = Calls.call("ru", "C:деньги мне вернут завтра. не вернули сумма");
        String[] patterns = {"$money ~ вернуть", "вернуть [завтра | сегодня]", "деньги (вернуть | отдать) завтра"};
        List<String> often = List.of("вернут", "вернули", "вернут", "вернули", "вернут");
        List<String> others = List.of("деньги", "деньги", "сумма", "завтра", "завтра");

        // When
        List<Match> found = matches(call, often, patterns);

        // Then
        assertThat(found).hasSizeGreaterThan(2);
        assertThat(found).usingRecursiveComparison().isEqualTo(matches(call, others, patterns));
        assertThat(found).usingRecursiveComparison().isEqualTo(matches(call, patterns));
    }

    @Test
    void matchesAnyFormOfAWordAndOnlyTheVeryFormWhenAsked() {
        assertThat(count("деньги мне вернут завтра", "деньги вернуть")).isOne();
        assertThat(count("денег не вернули", "деньги ~ вернуть")).isOne();
        assertThat(count("они сказали", "=сказали")).isOne();
        assertThat(count("я сказала", "=сказали")).isZero();
        assertThat(count("перезвоните мне", "перезвон*")).isOne();
        assertThat(count("ещё раз", "еще раз")).isOne();
    }

    @Test
    void readsWhatWasSaidAndPlacesItInWhatIsWritten() {
        // Given
        List<Word> words = new ArrayList<>();
        for (String word : "карта [card] жду две тысячи рублей".split(" ")) {
            words.add(new Word(word, words.size() * 100L, words.size() * 100L + 90, 0.9));
        }
        Utterance utterance = new Utterance(
                0,
                0,
                Party.CUSTOMER,
                0,
                600,
                "карта [card] жду 2000 рублей",
                0.9,
                null,
                words,
                List.of(
                        new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CARD, 6, 12, null, 100, 190),
                        new Rewrite(Rewrite.Kind.NUMBER, null, 17, 21, "две тысячи", 300, 490)));
        Transcript call = new Transcript("ru", TranscriptSource.RECOGNISED, "m", "h", 600, 1, List.of(utterance));

        // When
        List<Match> found = matches(call, "тысяча рубль");

        // Then
        assertThat(found).hasSize(1);
        assertThat(found.get(0).evidence()).containsExactly(new Evidence(0, 17, 28, 400, 590));
        assertThat(matches(call, "card")).isEmpty();
        assertThat(matches(call, "карта ждать")).isEmpty();
    }

    @Test
    void skipsFillersAndHonoursTheLengthOfAGap() {
        assertThat(count("обещали ну вот перезвонить", "обещать перезвонить")).isOne();
        assertThat(count("обещали сегодня вечером перезвонить", "обещать перезвонить"))
                .isZero();
        assertThat(count("обещали сегодня вечером перезвонить", "обещать ..2 перезвонить"))
                .isOne();
        assertThat(count("обещали сегодня поздно вечером перезвонить", "обещать ..2 перезвонить"))
                .isZero();
    }

    @Test
    void aNegationBlocksInsideAGapAndBeforeAMatch() {
        assertThat(count("обещали деньги не вернуть", "обещать .. вернуть")).isZero();
        assertThat(count("обещали деньги не вернуть", "обещать ~ вернуть")).isOne();
        assertThat(count("мне никто не хамил", "хамить")).isZero();
        assertThat(count("мне никто не хамил", "@negated хамить")).isOne();
        assertThat(count("мне хамили", "@negated хамить")).isZero();
        assertThat(count("мне никто не хамил", "@asis хамить")).isOne();
    }

    @Test
    void aSuppositionIsNotAFact() {
        assertThat(count("если деньги не вернете пойду дальше", "деньги ~ вернуть"))
                .isZero();
        assertThat(count("если деньги не вернете пойду дальше", "@conditional деньги ~ вернуть"))
                .isOne();
        assertThat(count("если честно деньги не вернули", "деньги ~ вернуть")).isOne();
    }

    @Test
    void findsPartsInAnyOrderWithinTheWindowOnly() {
        assertThat(count("долго я ждала курьера", "{курьер ждать долго}6")).isOne();
        assertThat(count("ждала я сегодня с самого раннего утра курьера и долго", "{курьер ждать долго}6"))
                .isZero();
    }

    @Test
    void takesChoicesOptionalWordsAndLists() {
        assertThat(count("сняли на карту", "снять [вчера] $money")).isOne();
        assertThat(count("сняли вчера сумму", "снять [вчера] $money")).isOne();
        assertThat(count("взяли сумму", "(снять | взять) $money")).isOne();
        assertThat(count("отдали сумму", "(снять | взять) $money")).isZero();
    }

    @Test
    void listensToTheRightPartyAndToAnUnknownOne() {
        // Given
        String pattern = "@agent ничем помочь";

        // Then
        assertThat(matches(Calls.call("ru", "A:ничем не помогу", "A:ничем помочь"), pattern))
                .hasSize(1);
        assertThat(matches(Calls.call("ru", "C:ничем помочь"), pattern)).isEmpty();
        assertThat(matches(Calls.call("ru", "?:ничем помочь"), pattern)).hasSize(1);
    }

    @Test
    void asksForTheAnswerOfTheOtherParty() {
        // Given
        String pattern = "@agent начислить бонус => (приятно | спасибо)";

        // Then
        assertThat(matches(Calls.call("ru", "A:начислю бонусы", "C:ой спасибо"), pattern))
                .hasSize(1);
        assertThat(matches(Calls.call("ru", "A:начислю бонусы", "C:не надо"), pattern))
                .isEmpty();
        assertThat(matches(Calls.call("ru", "A:начислю бонусы", "C:и", "C:что", "C:спасибо"), pattern))
                .isEmpty();
    }

    @Test
    void joinsWhatTheRecogniserCutAndNotWhatAnAnswerParts() {
        assertThat(matches(Calls.call("ru", "C:обещали мне", "C:перезвонить"), "обещать перезвонить"))
                .singleElement()
                .satisfies(match -> assertThat(match.evidence()).hasSize(2));
        assertThat(matches(
                        Calls.call("ru", "C:обещали мне", "A:я вас слушаю говорите пожалуйста", "C:перезвонить"),
                        "обещать перезвонить"))
                .isEmpty();
    }

    @Test
    void anExclusionNearbyForbidsTheTarget() {
        assertThat(count("курьер опоздал", "курьер опоздать", "! шутка")).isOne();
        assertThat(count("курьер опоздал это шутка", "курьер опоздать", "! шутка"))
                .isZero();
    }

    @Test
    void heedsTheEndsOfTheCall() {
        // Given
        Transcript call = Calls.call("ru", "C:спасибо", "A:" + "слово ".repeat(80), "C:спасибо");

        // Then
        assertThat(matches(call, "@first:5 спасибо")).hasSize(1).allMatch(match -> match.startMs() < 5_000);
        assertThat(matches(call, "@last:5 спасибо")).hasSize(1).allMatch(match -> match.startMs() > 5_000);
    }

    @Test
    void takesEnglishContractionsApart() {
        // Given
        Transcript call = Calls.call("en", "C:they didn't call me back and it's broken");

        // Then
        assertThat(matches(call, "not call")).hasSize(1);
        assertThat(matches(call, "call")).isEmpty();
        assertThat(matches(call, "break")).hasSize(1);
    }

    @Test
    void evidenceHasTheCharactersAndTheTimesOfTheWords() {
        // Given
        Utterance utterance = new Utterance(
                0,
                0,
                Party.CUSTOMER,
                1_000,
                5_000,
                "ну деньги сняли",
                0.9,
                List.of(
                        new Word("ну", 1_000, 1_200, 0.9),
                        new Word("деньги", 3_000, 3_500, 0.9),
                        new Word("сняли", 3_600, 4_400, 0.9)));
        Transcript call = new Transcript("ru", TranscriptSource.RECOGNISED, "test", "00", 5_000, 2, List.of(utterance));

        // When
        List<Match> matches = matches(call, "деньги снять");

        // Then
        assertThat(matches)
                .singleElement()
                .satisfies(match -> assertThat(match.evidence()).singleElement().satisfies(evidence -> {
                    assertThat(evidence.quoteFrom(utterance.text())).isEqualTo("деньги сняли");
                    assertThat(evidence.startMs()).isEqualTo(3_000);
                    assertThat(evidence.endMs()).isEqualTo(4_400);
                }));
    }
}
