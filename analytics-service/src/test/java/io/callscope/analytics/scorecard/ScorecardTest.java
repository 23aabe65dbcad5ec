package io.callscope.analytics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.classify.Calls;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.talk.CallEnd;
import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.talk.TalkStretches;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final Scorecard SERVICE = Scorecards.load(ConfigDir.shipped(), CODEBOOK).all().stream()
            .filter(card -> card.id().equals("service"))
            .findFirst()
            .orElseThrow();
    private static final Evidence WORDS = new Evidence(1, 0, 5, 2_000, 2_500);
    private static final Transcript GOOD = Calls.call(
            "ru",
            "A: Здравствуйте, меня зовут Анна.",
            "C: Здравствуйте, не приходит код из приложения.",
            "A: Оформила, номер обращения двенадцать.",
            "A: Есть ещё вопросы?",
            "C: Нет, спасибо.",
            "A: Всего доброго, до свидания.");

    @TempDir
    private Path config;

    @Test
    void findsWhatWasSaidAndWhere() {
        // When
        CriterionResult greeting = result(score(GOOD, Resolution.UNRESOLVED, talk(2, 0, true)), "greeting");

        // Then
        assertThat(greeting.answer()).isEqualTo(Answer.MET);
        assertThat(greeting.evidence()).hasSize(1);
        assertThat(greeting.evidence().get(0).quoteFrom(GOOD.utterances().get(0).text()))
                .isEqualTo("Здравствуйте");
    }

    @Test
    void saysWhereItLookedForWordsThatWereNotSaid() {
        // Given
        Transcript call = Calls.call("ru", "A: Слушаю вас.", "C: Здравствуйте, меня зовут Пётр.", "A: Одну минуту.");

        // When
        CriterionResult greeting = result(score(call, Resolution.UNRESOLVED, talk(0, 0, true)), "greeting");

        // Then the customer's greeting is not the agent's
        assertThat(greeting.answer()).isEqualTo(Answer.NOT_MET);
        assertThat(greeting.evidence()).isEmpty();
        assertThat(greeting.searched()).isEqualTo(new Searched(0, Math.min(20_000, call.durationMs())));
    }

    @Test
    void looksForTheFarewellAtTheEndOnly() {
        // Given
        Transcript early = Calls.call(
                "ru",
                "A: До свидания, это я коллеге. Есть ещё вопросы?",
                "C: " + "Рассказываю долго и подробно. ".repeat(40),
                "A: Понятно.");

        // Then
        assertThat(result(score(early, Resolution.UNRESOLVED, talk(0, 0, true)), "farewell")
                        .answer())
                .isEqualTo(Answer.NOT_MET);
        assertThat(result(score(GOOD, Resolution.UNRESOLVED, talk(0, 0, true)), "farewell")
                        .answer())
                .isEqualTo(Answer.MET);
        // a call that the customer breaks off owes no farewell
        assertThat(result(score(early, Resolution.UNRESOLVED, talk(0, 0, false)), "farewell")
                        .answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
    }

    @Test
    void countsInterruptionsByTheLengthOfTheCall() {
        // Then the talk lasts ten minutes: four interruptions may be
        assertThat(result(score(GOOD, Resolution.UNRESOLVED, talk(4, 0, true)), "no-interrupting")
                        .answer())
                .isEqualTo(Answer.MET);
        assertThat(result(score(GOOD, Resolution.UNRESOLVED, talk(5, 0, true)), "no-interrupting")
                        .answer())
                .isEqualTo(Answer.NOT_MET);
        assertThat(result(score(GOOD, Resolution.UNRESOLVED, null), "no-interrupting")
                        .why())
                .isEqualTo(Unscored.NOT_MEASURED);
    }

    @Test
    void takesACriterionThatDoesNotApplyForNeither() {
        assertThat(result(score(GOOD, Resolution.RESOLVED, talk(0, 0, true)), "case-number")
                        .answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
        assertThat(result(score(GOOD, Resolution.UNRESOLVED, talk(0, 0, true)), "waiting")
                        .answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
        assertThat(result(score(GOOD, Resolution.UNRESOLVED, talk(0, 40_000, true)), "waiting")
                        .answer())
                .isEqualTo(Answer.NOT_MET);
    }

    @Test
    void neverTakesAQuestionForMetWithoutAModel() {
        // When
        CallScore score = score(GOOD, Resolution.UNRESOLVED, talk(0, 0, true));

        // Then
        assertThat(result(score, "solved-or-next-step").why()).isEqualTo(Unscored.NO_MODEL);
        assertThat(result(score, "correct-information").why()).isEqualTo(Unscored.PEOPLE_ONLY);
        assertThat(result(score, "polite").why()).isEqualTo(Unscored.NO_MODEL);
        assertThat(score.total()).isEmpty();
        assertThat(score.scoredWeight()).isEqualTo(5 + 6 + 5 + 10);
    }

    @Test
    void isZeroByACriticalFailureWhateverIsUnscored() {
        // Given
        Classification rude = heard(Resolution.UNRESOLVED, new Signal("agent-rude", Party.AGENT, List.of(WORDS)));

        // When
        CallScore score = SERVICE.score(metadata(Direction.INBOUND, "support"), GOOD, rude, talk(0, 0, true));

        // Then
        assertThat(score.total()).hasValue(0);
        assertThat(score.totalWithoutCritical()).isEmpty();
        assertThat(score.criticalFailures())
                .extracting(one -> one.criterion().id())
                .containsExactly("polite");
        assertThat(result(score, "polite").evidence()).containsExactly(WORDS);
    }

    @Test
    void addsUpWhatAppliesAndIsScored() throws IOException {
        // Given people judge 20, a fifth of the other 80 may be unscored
        Scorecard own = own("""
                        - {id: a, name: {ru: а, en: a}, weight: 40, judge: {said: {patterns: {ru: здравствуйте, en: hello}}}}
                        - {id: b, name: {ru: б, en: b}, weight: 24, judge: {said: {patterns: {ru: прощайте, en: farewell}}}}
                        - {id: c, name: {ru: в, en: c}, weight: 16, judge: {question: {ru: в, en: c}}}
                        - {id: d, name: {ru: г, en: d}, weight: 20, judge: {people: true}}
                """);
        Scorecard stricter = own("""
                        - {id: a, name: {ru: а, en: a}, weight: 40, judge: {said: {patterns: {ru: здравствуйте, en: hello}}}}
                        - {id: b, name: {ru: б, en: b}, weight: 23, judge: {said: {patterns: {ru: прощайте, en: farewell}}}}
                        - {id: c, name: {ru: в, en: c}, weight: 17, judge: {question: {ru: в, en: c}}}
                        - {id: d, name: {ru: г, en: d}, weight: 20, judge: {people: true}}
                """);

        // When
        CallScore score = own.score(metadata(null, null), GOOD, heard(Resolution.UNKNOWN), null);
        CallScore tooFew = stricter.score(metadata(null, null), GOOD, heard(Resolution.UNKNOWN), null);

        // Then
        assertThat(score.total()).hasValueCloseTo(62.5, within(1e-9));
        assertThat(score.scoredWeight()).isEqualTo(64);
        assertThat(tooFew.total()).isEmpty();
    }

    @Test
    void showsTheTotalWithoutTheCriticalFailureBesideIt() throws IOException {
        // Given
        Scorecard own = own("""
                        - {id: a, name: {ru: а, en: a}, weight: 80, judge: {said: {patterns: {ru: здравствуйте, en: hello}}}}
                        - {id: b, name: {ru: б, en: b}, weight: 20, critical: business, judge: {said: {patterns: {ru: прощайте, en: farewell}}}}
                """);

        // When
        CallScore score = own.score(metadata(null, null), GOOD, heard(Resolution.UNKNOWN), null);

        // Then
        assertThat(score.total()).hasValue(0);
        assertThat(score.totalWithoutCritical()).hasValueCloseTo(80.0, within(1e-9));
    }

    @Test
    void doesNotScoreWordsOfALanguageItDoesNotKnow() {
        // Given
        Transcript call = Calls.call("de", "A: Guten Tag.", "C: Guten Tag.");

        // When
        CallScore score = score(call, Resolution.UNKNOWN, talk(0, 0, true));

        // Then
        assertThat(result(score, "greeting").why()).isEqualTo(Unscored.LANGUAGE);
        assertThat(score.total()).isEmpty();
    }

    @Test
    void isForTheCallsItNames() {
        // Given
        Scorecards scorecards = Scorecards.load(ConfigDir.shipped(), CODEBOOK);
        Transcript minute = new Transcript("ru", GOOD.source(), "test", null, 60_000, 2, GOOD.utterances());
        Transcript shorter = new Transcript("ru", GOOD.source(), "test", null, 29_999, 2, GOOD.utterances());

        // Then
        assertThat(scorecards.of(metadata(Direction.INBOUND, "support"), minute))
                .extracting(Scorecard::id)
                .containsExactly("service");
        assertThat(scorecards.of(metadata(Direction.OUTBOUND, "sales"), minute))
                .extracting(Scorecard::id)
                .containsExactly("sales");
        assertThat(scorecards.of(metadata(Direction.INBOUND, "support"), shorter))
                .isEmpty();
        assertThat(scorecards.of(metadata(null, null), minute)).isEmpty();
    }

    private Scorecard own(String criteria) throws IOException {
        Files.createDirectories(config.resolve("scorecards"));
        Files.writeString(config.resolve("scorecards/own.yaml"), """
                scorecard:
                  id: own
                  name: {ru: "Своя", en: "Own"}
                  sections:
                    - id: all
                      name: {ru: "Всё", en: "All"}
                      criteria:
                """ + criteria);
        return Scorecards.load(config, CODEBOOK).all().get(0);
    }

    private static CallScore score(Transcript call, Resolution resolution, @Nullable TalkMetrics talk) {
        return SERVICE.score(metadata(Direction.INBOUND, "support"), call, heard(resolution), talk);
    }

    private static CriterionResult result(CallScore score, String criterion) {
        return score.results().stream()
                .filter(one -> one.criterion().id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static Classification heard(Resolution resolution, Signal... signals) {
        return new Classification(
                Verdict.JUDGED, List.of(), List.of(signals), "refund", RepeatContact.notSaid(), resolution);
    }

    private static CallMetadata metadata(@Nullable Direction direction, @Nullable String queue) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, queue, direction, null, null, "ru", List.of(), null, Map.of());
    }

    /** Ten minutes, the customer speaks for two; he breaks the call off one second after his last word unless it ends well. */
    private static TalkMetrics talk(int interruptions, long holdMs, boolean farewell) {
        TalkStretches none = TalkStretches.of(List.of());
        TalkStretches hold = holdMs == 0 ? none : TalkStretches.of(List.of(new TalkSpan(60_000, 60_000 + holdMs)));
        PartyTalk agent = new PartyTalk(200_000, 500L, 120.0, 60_000, interruptions, null);
        PartyTalk customer = new PartyTalk(120_000, 3_000L, 110.0, 50_000, 0, null);
        return new TalkMetrics(
                600_000,
                320_000,
                0.625,
                500L,
                none,
                hold,
                none,
                0.0,
                List.of(),
                agent,
                customer,
                new CallEnd(1_000L, 1_000L, farewell));
    }
}
