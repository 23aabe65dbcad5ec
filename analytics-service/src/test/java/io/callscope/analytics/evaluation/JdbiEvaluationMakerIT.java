package io.callscope.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.ModelCriteria;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.analysis.Versions;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbiEvaluationMakerIT {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final Scorecards SCORECARDS = Scorecards.load(ConfigDir.shipped(), CODEBOOK);
    private static final CallId CALL = new CallId("call-1");
    private static final Transcript SAID = CallFixtures.transcript(
            "ru",
            "О добрый день компания связь меня зовут ирина чем могу помочь",
            "К здравствуйте у меня второй день не работает интернет и никто мне ничего не говорит",
            "О сейчас посмотрю подождите пожалуйста одну минуту я открою вашу заявку и все проверю",
            "К хорошо жду вас на линии только пожалуйста не пропадайте как в прошлый раз",
            "О вижу заявку мастер будет у вас завтра до двенадцати часов номер обращения сорок семь",
            "О остались еще вопросы всего доброго до свидания");

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final JdbiCallRepository calls =
            new JdbiCallRepository(database.dataSource(), new JdbiEvaluationMaker(() -> SCORECARDS));
    private final Evaluations evaluations = new JdbiEvaluations(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    private void analyzed(String flagRules, String classifierVersion, Instant at) {
        CallTranscribed call = CallFixtures.transcribed(CALL.value(), CallFixtures.metadata(), at, SAID);
        Versions versions = new Versions(
                "small-ru", "ff00", SAID.hash(), "rules", classifierVersion, CODEBOOK.hash(), flagRules, "talk");
        calls.analyzed(
                call,
                new CallAnalyzed(
                        CALL,
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

    @Test
    void aCallIsEvaluatedWithItsAnalysis() {
        // When
        analyzed("flags-1", "1", CallFixtures.STARTED.plusSeconds(600));

        // Then
        List<Evaluation> stored = evaluations.of(CALL, TeamScope.all());
        assertThat(stored).hasSize(1);
        Evaluation service = stored.get(0);
        assertThat(service.scorecard()).isEqualTo("service");
        assertThat(service.answers()).hasSize(14);
        EvaluationAnswer greeting = service.answers().get(0);
        assertThat(greeting.answer()).isEqualTo(Answer.MET);
        assertThat(greeting.evidence()).isNotEmpty();
        assertThat(service.answers())
                .filteredOn(answer -> answer.answer() == Answer.UNSCORED)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.reason()).isNotNull());
    }

    @Test
    void answersOfALanguageModelAreScoresWithTheirWords() {
        // Given
        String question = SCORECARDS.all().stream()
                .filter(scorecard -> scorecard.id().equals("service"))
                .flatMap(scorecard -> scorecard.questions("ru").stream())
                .map(CriterionQuestion::text)
                .filter(text -> text.startsWith("Уточнил ли оператор суть"))
                .findFirst()
                .orElseThrow();
        Evidence words = new Evidence(1, 0, 6, 0, 500);
        ModelReport report = new ModelReport(
                "model",
                "temperature=0",
                "prompts",
                1,
                null,
                null,
                1,
                1,
                List.of(),
                new ModelCriteria(
                        "questions",
                        List.of(
                                new CriterionReply(
                                        CriterionQuestion.keyOf("Это больше, чем справка в один вопрос?"),
                                        CriterionReply.YES,
                                        List.of(words)),
                                new CriterionReply(
                                        CriterionQuestion.keyOf(question), CriterionReply.YES, List.of(words)))));
        CallTranscribed call =
                CallFixtures.transcribed(CALL.value(), CallFixtures.metadata(), CallFixtures.STARTED, SAID);
        analyzed("flags-1", "1", CallFixtures.STARTED.plusSeconds(600));
        String before = evaluations.of(CALL, TeamScope.all()).get(0).versionKey();

        // When
        calls.analyzed(
                call,
                new CallAnalyzed(
                        CALL,
                        call.metadata(),
                        new CallAnalysis(
                                new Versions(
                                        "small-ru",
                                        "ff00",
                                        SAID.hash(),
                                        "rules",
                                        "1",
                                        CODEBOOK.hash(),
                                        "flags-1",
                                        "talk",
                                        "questions"),
                                Verdict.JUDGED,
                                List.of(),
                                List.of(),
                                "other",
                                RepeatContact.notSaid(),
                                Resolution.RESOLVED,
                                List.of(),
                                null,
                                report),
                        CallFixtures.STARTED.plusSeconds(700)));

        // Then: kept with the analysis, and scored
        Evaluation now = evaluations.of(CALL, TeamScope.all()).get(0);
        assertThat(now.versionKey()).isNotEqualTo(before);
        assertThat(now.answers())
                .filteredOn(answer -> answer.evidence().equals(List.of(words)))
                .singleElement()
                .satisfies(answer -> assertThat(answer.answer()).isEqualTo(Answer.MET));
        assertThat(calls.detail(CALL, TeamScope.all())
                        .orElseThrow()
                        .analysis()
                        .analysis()
                        .llm()
                        .criteria())
                .isEqualTo(report.criteria());
    }

    @Test
    void anotherVersionStandsBesideTheOldOneAndTakesItsPlace() throws Exception {
        // Given
        analyzed("flags-1", "1", CallFixtures.STARTED.plusSeconds(600));
        String first = evaluations.of(CALL, TeamScope.all()).get(0).versionKey();

        // When
        analyzed("flags-1", "2", CallFixtures.STARTED.plusSeconds(700));
        analyzed("flags-1", "2", CallFixtures.STARTED.plusSeconds(700));

        // Then
        assertThat(evaluations.of(CALL, TeamScope.all()))
                .singleElement()
                .satisfies(now -> assertThat(now.versionKey()).isNotEqualTo(first));
        assertThat(count("SELECT count(*) FROM evaluations")).isEqualTo(2);
        assertThat(count("SELECT count(*) FROM evaluation_answers")).isEqualTo(28);
    }

    @Test
    void otherFlagRulesAreNoOtherVersionOfAnEvaluation() {
        // Given
        analyzed("flags-1", "1", CallFixtures.STARTED.plusSeconds(600));
        String first = evaluations.of(CALL, TeamScope.all()).get(0).versionKey();

        // When
        analyzed("flags-2", "1", CallFixtures.STARTED.plusSeconds(700));

        // Then
        assertThat(evaluations.of(CALL, TeamScope.all()))
                .singleElement()
                .satisfies(now -> assertThat(now.versionKey()).isEqualTo(first));
    }

    @Test
    void whoDoesNotSeeTheCallSeesNoEvaluation() {
        // Given
        analyzed("flags-1", "1", CallFixtures.STARTED.plusSeconds(600));

        // When, Then
        assertThat(evaluations.of(CALL, TeamScope.of(Set.of("Линия 9")))).isEmpty();
        assertThat(evaluations.of(CALL, TeamScope.all().without(Set.of(CALL.value()))))
                .isEmpty();
    }

    private long count(String sql) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
