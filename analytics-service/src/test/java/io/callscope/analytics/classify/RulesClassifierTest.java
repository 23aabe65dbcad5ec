package io.callscope.analytics.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesClassifierTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    static final RulesClassifier CLASSIFIER = new RulesClassifier(CODEBOOK);

    private static Classification ru(String... lines) {
        return CLASSIFIER.classify(Calls.metadata("ru"), Calls.call("ru", lines));
    }

    private static Classification en(String... lines) {
        return CLASSIFIER.classify(Calls.metadata("en"), Calls.call("en", lines));
    }

    @Test
    void hearsABrokenPromiseOnARepeatCall() {
        // When
        Classification call = ru(
                "A:добрый день слушаю вас",
                "C:звоню уже третий раз мне обещали перезвонить и до сих пор никто не позвонил",
                "A:к сожалению ничем не могу помочь ожидайте",
                "C:все понятно с вами");

        // Then
        assertThat(call.verdict()).isEqualTo(Verdict.JUDGED);
        assertThat(call.marks()).extracting(Mark::code).contains("certainty.promise-broken");
        assertThat(call.repeat().said()).isTrue();
        assertThat(call.repeat().contactNumber()).isEqualTo(3);
        assertThat(call.repeat().cause()).isEqualTo("promise-not-kept");
        assertThat(call.resolution()).isEqualTo(Resolution.UNRESOLVED);
    }

    @Test
    void waitingForOwnMoneyIsFairnessAndNotAPromise() {
        // When
        Classification call = ru("C:обещали вернуть деньги до пятницы а деньги так и не вернули", "A:проверю");

        // Then
        assertThat(call.marks()).extracting(Mark::code).containsExactly("fair-treatment.refund-withheld");
    }

    @Test
    void aThreatMakesTheNearestBarrierOneOfSeverityThree() {
        // When
        Classification call = ru(
                "C:у меня два раза списали деньги за один заказ",
                "A:сейчас посмотрю минуту",
                "C:если не разберетесь подам в суд");

        // Then
        assertThat(call.marks())
                .filteredOn(mark -> mark.code().equals("fair-treatment.wrong-charge"))
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.severity()).isEqualTo(3);
                    assertThat(mark.owner()).isEqualTo("billing");
                    assertThat(mark.confidence()).isBetween(0.5, 1.0);
                });
        assertThat(call.signals()).extracting(Signal::id).contains("regulator-or-court");
    }

    @Test
    void aQuietCallHasNoBarrier() {
        // When
        Classification call = ru(
                "A:здравствуйте чем могу помочь",
                "C:здравствуйте подскажите до скольки вы сегодня открыты",
                "A:до девяти вечера",
                "C:хорошо спасибо до свидания");

        // Then
        assertThat(call.verdict()).isEqualTo(Verdict.JUDGED);
        assertThat(call.marks()).isEmpty();
    }

    @Test
    void aDeniedOrSupposedBarrierIsNone() {
        assertThat(ru("C:нет мне никто не хамил все хорошо просто вопрос по тарифу")
                        .marks())
                .isEmpty();
        assertThat(ru("C:а если деньги не вернут тогда куда мне писать подскажите заранее")
                        .marks())
                .extracting(Mark::code)
                .doesNotContain("fair-treatment.refund-withheld");
    }

    @Test
    void aMachineOnTheLineIsNoCustomer() {
        // When
        Classification call = ru(
                "A:добрый день вас беспокоит клиника",
                "C:абонент временно недоступен оставьте сообщение после сигнала");

        // Then
        assertThat(call.verdict()).isEqualTo(Verdict.NO_LIVE_CUSTOMER);
        assertThat(call.marks()).isEmpty();
        assertThat(call.signals()).extracting(Signal::id).contains("machine-answer");
    }

    @Test
    void tooFewWordsAreNotEnough() {
        assertThat(ru("A:алло говорите", "C:алло да").verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
        assertThat(ru().verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void aShortCryForHelpIsStillASignal() {
        assertThat(ru("C:алло у нас пахнет газом").signals())
                .extracting(Signal::id)
                .contains("danger");
    }

    @Test
    void hearsEnglish() {
        // When
        Classification call = en(
                "A:thank you for calling how can i help",
                "C:i was charged twice for one order and nobody called me back",
                "A:that's our mistake i'll refund the full amount today",
                "C:oh thank you so much");

        // Then
        assertThat(call.marks())
                .extracting(Mark::code)
                .contains("fair-treatment.wrong-charge", "certainty.promise-broken", "fair-treatment.error-admitted");
    }

    @Test
    void hearsAMonoRecordingWithoutParties() {
        // When
        Classification call = ru(
                "?:компания связь здравствуйте слушаю вас говорите",
                "?:здравствуйте я сорок минут висел на линии слушал вашу музыку",
                "?:приносим извинения за ожидание чем могу помочь");

        // Then
        assertThat(call.marks()).extracting(Mark::code).contains("status.long-hold");
        assertThat(call.marks()).extracting(Mark::party).containsOnly(Party.UNKNOWN);
    }

    @Test
    void anUnknownLanguageIsNotJudged() {
        // When
        Classification call =
                CLASSIFIER.classify(Calls.metadata("de"), Calls.call("de", "C:guten tag wo ist mein paket"));

        // Then
        assertThat(call.verdict()).isEqualTo(Verdict.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void everyMarkStandsOnWordsThatAreThere() {
        // Given
        Transcript call = Calls.call(
                "ru",
                "C:личный кабинет меня не пускает и оператор мне нахамил",
                "A:это наша ошибка сейчас исправим",
                "C:вот теперь все понятно спасибо");

        // When
        Classification result = CLASSIFIER.classify(Calls.metadata("ru"), call);

        // Then
        assertThat(result.marks())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(mark -> assertThat(mark.evidence())
                        .allSatisfy(e -> assertThat(e.quoteFrom(
                                        call.utterances().get(e.utteranceId()).text()))
                                .isNotBlank()));
        assertThat(CLASSIFIER.classify(Calls.metadata("ru"), call)).isEqualTo(result);
    }

    @Test
    void hearsTheExamplesOfTheCodebook() {
        // Given
        List<String> missed = new java.util.ArrayList<>();
        List<CodeDefinition> barriers = CODEBOOK.codes().stream()
                .filter(code -> code.polarity() == Polarity.BARRIER)
                .toList();

        // When
        for (CodeDefinition code : barriers) {
            code.examples().forEach((language, examples) -> {
                for (String example : examples) {
                    Transcript call = Calls.call(
                            language, "C:" + example, "A:" + (code.party() == Party.CUSTOMER ? "" : example));
                    boolean heard = CLASSIFIER.classify(Calls.metadata(language), call).marks().stream()
                            .anyMatch(mark -> mark.force() == code.force());
                    if (!heard) {
                        missed.add(code.id() + ": " + example);
                    }
                }
            });
        }

        // Then
        assertThat(missed).isEmpty();
    }

    @Test
    void givesTheSameAnswerOnManyThreads() {
        // Given
        List<String> texts =
                List.of("где мой заказ никто не знает", "мне нахамили", "списали лишнее деньги", "код не приходит");

        // When
        List<Classification> together = java.util.stream.IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> ru("C:" + texts.get(i % texts.size())))
                .toList();

        // Then
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(together.get(i % texts.size()));
        }
    }
}
