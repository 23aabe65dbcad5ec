package io.callscope.transcribe.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import io.callscope.transcribe.text.correct.Corrections;
import io.callscope.transcribe.text.redact.RedactionConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | мой номер восемь девятьсот шестнадцать двести тридцать сорок пять ноль шесть да | мой номер [phone] да",
                "ru | позвоните плюс семь девять один шесть два три ноль четыре пять ноль шесть | позвоните плюс [phone]",
                "ru | запишите +7 (916) 230-45-06, жду. | запишите [phone], жду.",
                "ru | горячая линия восемь восемьсот пять пять пять тридцать пять тридцать пять | горячая линия [phone]",
                "ru | карта 4276 1234 5678 9010 | карта [card]",
                "ru | карта 4111 1111 1111 1111 | карта [card]",
                "ru | четыре один один один ну один один один один э-э один один один один и один один один один | [card]",
                "ru | cvv код триста двадцать один | cvv код [cvv]",
                "ru | триста двадцать один это код на обороте | [cvv] это код на обороте",
                "ru | снилс 112-233-445 95 | снилс [snils]",
                "ru | инн семьдесят семь ноль семь ноль восемь тридцать восемь девяносто три | инн [inn]",
                "ru | паспорт серия сорок пять десять номер сто двадцать три четыреста пятьдесят шесть | паспорт серия [passport]",
                "ru | почта иван точка петров собака мейл точка ру спасибо | почта [email] спасибо",
                "ru | пишите на ivan.petrov@mail.ru, жду | пишите на [email], жду",
                "ru | трек один два три четыре пять шесть семь восемь | трек [number]",
                "en | my number is four one five two three oh double five one two thanks | my number is [phone] thanks",
                "en | call me at (415) 230-5512. | call me at [phone].",
                "en | the card is four one one one one one one one one one one one one one one one | the card is [card]",
                "en | the security code is three one seven | the security code is [cvv]",
                "en | my email is john dot smith at gmail dot com okay | my email is [email] okay",
                "en | tracking one two three four five six seven eight nine | tracking [number]",
            })
    void takesOutWhatIsDictated(String language, String said, String written) {
        // Given
        // When
        // Then
        assertThat(Texts.written(language, said)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | списали две тысячи пятьсот рублей и еще триста рублей | списали 2500 рублей и еще 300 рублей",
                "ru | заказал 25.11.2026 в 10:30 | заказал 25.11.2026 в 10:30",
                "ru | оплатил 1 500 000 рублей | оплатил 1 миллион 500 тысяч рублей",
                "ru | двадцать пятого ноября две тысячи двадцать шестого года | 25 ноября 2026 года",
                "ru | номер заказа четыре два ноль один семь | номер заказа 42017",
                "ru | три цифры назвать не могу | три цифры назвать не могу",
                "ru | собака лает на почте | собака лает на почте",
                "en | meet me at the office dot matrix printer | meet me at the office dot matrix printer",
                "en | it was $1,250.00 on 2026-11-25 | it was $1,250.00 on 2026-11-25",
                "en | november twenty fifth twenty twenty six at ten thirty | november 25th 2026 at 10:30",
                "en | you can reach me at gate five | you can reach me at gate five",
            })
    void leavesWhatIsNoPersonalData(String language, String said, String written) {
        // Given
        // When
        // Then
        assertThat(Texts.written(language, said)).isEqualTo(written);
    }

    @Test
    void followsADictationOverUtterancesAndTheNodsBetween() {
        // Given
        Transcript call = Texts.call(
                "ru",
                "A: продиктуйте номер карты",
                "C: сорок два семьдесят шесть",
                "A: угу",
                "C: двенадцать тридцать четыре",
                "A: двенадцать тридцать четыре",
                "C: пятьдесят шесть семьдесят восемь и девяносто десять",
                "A: спасибо двадцать рублей вернем");

        // When
        Transcript redacted = new TextSteps().apply(call);

        // Then
        assertThat(redacted.utterances())
                .extracting(Utterance::text)
                .containsExactly(
                        "продиктуйте номер карты",
                        "[card]",
                        "угу",
                        "[card]",
                        "[card]",
                        "[card]",
                        "спасибо 20 рублей вернем");
    }

    @Test
    void wordsOfARedactionAreOnePlaceholderWithTheirTimes() {
        // Given
        Transcript call = Texts.recognised("en", "the security code is three one seven okay");

        // When
        Utterance redacted = new TextSteps().apply(call).utterances().get(0);

        // Then
        assertThat(redacted.text()).isEqualTo("the security code is [cvv] okay");
        assertThat(redacted.words())
                .extracting(Word::text)
                .containsExactly("the", "security", "code", "is", "[cvv]", "okay");
        assertThat(redacted.words().get(4).startMs()).isEqualTo(1_200);
        assertThat(redacted.words().get(4).endMs()).isEqualTo(2_100);
        assertThat(redacted.rewrites())
                .containsExactly(new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CVV, 21, 26, null, 1_200, 2_100));
    }

    @Test
    void numbersKeepTheirWordsAndTimes() {
        // Given
        Transcript call = Texts.recognised("ru", "списали две тысячи пятьсот рублей");

        // When
        Utterance written = new TextSteps().apply(call).utterances().get(0);

        // Then
        assertThat(written.text()).isEqualTo("списали 2500 рублей");
        assertThat(written.words()).isEqualTo(call.utterances().get(0).words());
        assertThat(written.rewrites())
                .containsExactly(new Rewrite(Rewrite.Kind.NUMBER, null, 8, 12, "две тысячи пятьсот", 300, 1_200));
    }

    @Test
    void takesOutNothingWhereTheSiteWantsIt() {
        // Given
        RedactionConfig noPhones = new RedactionConfig(null, null, false, null, null, null, null, null);
        Transcript call = Texts.call("en", "call me at 415 230 5512 my email is a@b.com");

        // When
        TextSteps steps = new TextSteps(Corrections.NONE, noPhones);

        // Then
        assertThat(steps.apply(call).utterances().get(0).text())
                .isEqualTo("call me at 415 230 5512 my email is [email]");
        assertThat(steps.version()).endsWith("-phone").isNotEqualTo(new TextSteps().version());
    }

    @Test
    void doesItsOwnWorkAnewAndAlike() {
        // Given
        TextSteps steps = new TextSteps();
        Transcript once = steps.apply(Texts.recognised(
                "ru",
                "карта сорок два семьдесят шесть двенадцать тридцать четыре пятьдесят шесть семьдесят восемь "
                        + "девяносто десять и двести рублей"));

        // When
        Transcript twice = steps.apply(once);

        // Then
        assertThat(twice).isEqualTo(once);
        assertThat(once.textVersion()).isEqualTo(steps.version());
    }

    @Test
    void aLanguageNobodyListedLosesWhatIsWritten() {
        // Given
        Transcript call = Texts.call("de", "meine karte 4111 1111 1111 1111 und max@web.de");

        // When
        List<Utterance> redacted = new TextSteps().apply(call).utterances();

        // Then
        assertThat(redacted.get(0).text()).isEqualTo("meine karte [card] und [email]");
    }
}
