package io.callscope.analytics.promises;

import static io.callscope.analytics.store.CallFixtures.analysis;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Signal;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised in a call that began on Monday, 12 October 2026, at ten. */
class PromiseReaderTest {
    private static final Instant STARTED = PromisedCalls.at("2026-10-12T10:00");
    private static final PromiseSettings SETTINGS = PromiseSettings.defaults();
    private static final PromiseReader READER =
            new PromiseReader(SETTINGS, SETTINGS.hours(PromisedCalls.MOSCOW, Set.of(LocalDate.of(2026, 11, 4))));

    private static List<HeardPromise> read(Transcript text, Party party, String... words) {
        List<Evidence> where =
                Arrays.stream(words).map(said -> evidence(text, said)).toList();
        return READER.read(
                STARTED,
                text,
                analysis(text, "codebook-1", List.of(), List.of(new Signal("promise-made", party, where)), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "ru,специалист перезвонит вам завтра,CALL_BACK",
        "ru,вернусь к вам с ответом завтра,CALL_BACK",
        "ru,мастер приедет завтра,VISIT",
        "ru,деньги вернутся завтра,REFUND",
        "ru,сумма поступит завтра,REFUND",
        "ru,справку отправим завтра,ANSWER",
        "ru,вам ответят завтра,ANSWER",
        "ru,заказ привезут завтра,DELIVERY",
        "ru,курьер будет завтра,DELIVERY",
        "ru,починят завтра,OTHER",
        "en,someone will call you tomorrow,CALL_BACK",
        "en,a technician will come tomorrow,VISIT",
        "en,we will refund you tomorrow,REFUND",
        "en,we will email it tomorrow,ANSWER",
        "en,it will be delivered tomorrow,DELIVERY",
        "en,it will be fixed tomorrow,OTHER"
    })
    void theWordsSayWhatIsPromised(String language, String said, PromiseKind kind) {
        // Given
        Transcript text = transcript(language, "О " + said);

        // When
        List<HeardPromise> heard = read(text, Party.AGENT, said);

        // Then
        assertThat(heard).extracting(HeardPromise::kind).containsExactly(kind);
        assertThat(heard.get(0).dueAt()).isEqualTo(PromisedCalls.at("2026-10-13T21:00"));
    }

    @Test
    void theTermMayStandInWhatTheAgentSaysNext() {
        // Given
        Transcript text = transcript("ru", "О обещаю вам перезвонить", "К когда в пятницу", "О завтра до двенадцати");

        // When
        HeardPromise heard = read(text, Party.AGENT, "обещаю").get(0);

        // Then
        assertThat(heard.dueAt()).isEqualTo(PromisedCalls.at("2026-10-13T12:00"));
        assertThat(heard.utterance()).isZero();
    }

    @Test
    void wordsThatOnlySayByWhenAreNoPromiseOfTheirOwn() {
        // Given
        Transcript text = transcript("ru", "О я вам перезвоню", "К хорошо", "О завтра до обеда хорошего дня");

        // When
        List<HeardPromise> heard = read(text, Party.AGENT, "перезвоню", "завтра до обеда");

        // Then
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).dueAt()).isEqualTo(PromisedCalls.at("2026-10-13T13:00"));
        assertThat(heard.get(0).utterance()).isZero();
    }

    @Test
    void ofTwoPromisesEachHasItsOwnTerm() {
        // Given
        Transcript text =
                transcript("ru", "О деньги вернем в течение трех дней а я вам перезвоню завтра до двенадцати");

        // When
        List<HeardPromise> heard =
                read(text, Party.AGENT, "вернем в течение трех дней", "перезвоню завтра до двенадцати");

        // Then
        assertThat(heard)
                .extracting(HeardPromise::kind, HeardPromise::dueAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                PromiseKind.CALL_BACK, PromisedCalls.at("2026-10-13T12:00")),
                        org.assertj.core.groups.Tuple.tuple(PromiseKind.REFUND, PromisedCalls.at("2026-10-15T21:00")));
    }

    @Test
    void whatACustomerPromisesIsNone() {
        // Given
        Transcript text = transcript("ru", "К перезвоню завтра");

        // Then
        assertThat(read(text, Party.CUSTOMER, "перезвоню завтра")).isEmpty();
    }

    @Test
    void anHourRunsFromWhenItIsSaid() {
        // Given
        Transcript text = transcript("ru", "О добрый день", "К где мой заказ", "О перезвоню через час");

        // When
        HeardPromise heard = read(text, Party.AGENT, "перезвоню через час").get(0);

        // Then
        assertThat(heard.dueAt()).isEqualTo(STARTED.plusMillis(heard.atMs()).plusSeconds(3_600));
        assertThat(heard.atMs()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "25:00,21:00,opens \"25:00\": expected a time such as 09:00",
        "21:00,09:00,closes \"09:00\": expected later than opens \"21:00\""
    })
    void wrongHoursAreRefused(String opens, String closes, String message) {
        assertThatThrownBy(() -> new PromiseSettings(null, opens, closes, null, null, null))
                .hasMessage(message);
    }

    @Test
    void onlyWhoLeadsMayClose() {
        assertThatThrownBy(() -> new PromiseSettings(null, null, null, null, null, List.of("ops")))
                .hasMessage("closedBy [ops]: expected some of [supervisor, head]");
        assertThatThrownBy(() -> new UsualDays(0, null, null, null, null, null))
                .hasMessage("callBack 0: expected 1 to 60");
    }
}
