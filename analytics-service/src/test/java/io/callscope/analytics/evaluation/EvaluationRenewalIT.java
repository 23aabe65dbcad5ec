package io.callscope.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiStoredCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.analysis.Versions;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored calls when only a scorecard changes. */
class EvaluationRenewalIT {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final Instant NOW = CallFixtures.STARTED.plusSeconds(90_000);
    private static final int CALLS = 60;
    private static final Transcript SAID = CallFixtures.transcript(
            "ru",
            "О добрый день компания связь меня зовут ирина чем могу помочь",
            "К здравствуйте у меня второй день не работает интернет и никто мне ничего не говорит",
            "О сейчас посмотрю подождите пожалуйста одну минуту я открою вашу заявку и все проверю",
            "К хорошо жду вас на линии только пожалуйста не пропадайте как в прошлый раз",
            "О вижу заявку мастер будет у вас завтра до двенадцати часов номер обращения сорок семь",
            "О остались еще вопросы всего доброго до свидания");

    @TempDir
    Path folder;

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final Evaluations evaluations = new JdbiEvaluations(database.dataSource());
    private Scorecards inForce = Scorecards.load(ConfigDir.shipped(), CODEBOOK);

    @BeforeEach
    void store() {
        JdbiCallRepository calls =
                new JdbiCallRepository(database.dataSource(), new JdbiEvaluationMaker(() -> inForce));
        for (int i = 0; i < CALLS; i++) {
            Instant at = CallFixtures.STARTED.plusSeconds(600);
            CallTranscribed call = CallFixtures.transcribed("call-" + i, CallFixtures.metadata(), at, SAID);
            Versions versions =
                    new Versions("small-ru", "ff00", SAID.hash(), "rules", "1", CODEBOOK.hash(), "flags", "talk");
            calls.analyzed(
                    call,
                    new CallAnalyzed(
                            call.callId(),
                            call.metadata(),
                            new CallAnalysis(
                                    versions,
                                    Verdict.JUDGED,
                                    List.of(),
                                    List.of(),
                                    "other",
                                    RepeatContact.notSaid(),
                                    Resolution.RESOLVED,
                                    List.of()),
                            at));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private EvaluationRenewal renewal() {
        return new EvaluationRenewal(
                new JdbiStoredCalls(database.dataSource()),
                new JdbiRenewedEvaluations(database.dataSource(), new JdbiEvaluationMaker(() -> inForce)),
                () -> inForce,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private long count(String where) {
        return Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM evaluations " + where)
                        .mapTo(Long.class)
                        .one());
    }

    private Evaluation of(String call) {
        return evaluations.of(new CallId(call), TeamScope.all()).get(0);
    }

    @Test
    void everyCallGetsTheChangedScorecardsEvaluationOnceAndKeepsTheOldOne() {
        // Given
        Evaluation before = of("call-59");
        ConfigDir.copyTo(folder);
        ConfigDir.replace(folder.resolve("scorecards/service.yaml"), "Поздоровался и представился", "Поздоровался");
        try (EvaluationRenewal renewal = renewal()) {
            renewal.renew();
            long unchanged = count("");

            // When
            inForce = Scorecards.load(folder, CODEBOOK);
            renewal.renew();
            renewal.renew();

            // Then
            assertThat(unchanged).isEqualTo(CALLS);
            assertThat(count("")).isEqualTo(2 * CALLS);
            assertThat(count("WHERE current")).isEqualTo(CALLS);
            assertThat(of("call-59").versionKey()).isNotEqualTo(before.versionKey());
            assertThat(of("call-59").evaluatedAt()).isEqualTo(NOW);
            assertThat(of("call-0").scorecardVersion())
                    .isEqualTo(of("call-59").scorecardVersion())
                    .isNotEqualTo(before.scorecardVersion());
        }

        // When it is taken back, and the service starts anew
        inForce = Scorecards.load(ConfigDir.shipped(), CODEBOOK);
        try (EvaluationRenewal renewal = renewal()) {
            renewal.renew();
        }

        // Then
        assertThat(count("")).isEqualTo(2 * CALLS);
        assertThat(of("call-59").versionKey()).isEqualTo(before.versionKey());
    }
}
