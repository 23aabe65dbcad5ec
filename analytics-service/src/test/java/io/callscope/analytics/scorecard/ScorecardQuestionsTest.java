package io.callscope.analytics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.ModelCriteria;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Criteria that a language model judges, by what it answered. */
class ScorecardQuestionsTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final String POLITE = "Вежлив ли оператор?";
    private static final String DATA = "Сообщал ли он личные данные?";
    private static final String CHECKED = "Проверил ли он личность?";
    private static final List<Evidence> WORDS = List.of(new Evidence(0, 0, 6, 0, 500));
    private static final Transcript SAID = CallFixtures.transcript("ru", "О добрый день", "К здравствуйте");

    @TempDir
    private Path config;

    private Scorecard own;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(config.resolve("scorecards"));
        Files.writeString(config.resolve("scorecards/own.yaml"), """
                scorecard:
                  id: own
                  name: {ru: "Своя", en: "Own"}
                  sections:
                    - id: all
                      name: {ru: "Всё", en: "All"}
                      criteria:
                        - id: polite
                          name: {ru: "Вежлив", en: "Polite"}
                          weight: 60
                          judge: {question: {ru: "%s", en: "Is the agent polite?"}}
                        - id: checked
                          name: {ru: "Проверил", en: "Checked"}
                          weight: 40
                          when:
                            - question: {ru: "%s", en: "Does he give personal data?"}
                          judge: {question: {ru: "%s", en: "Does he check the identity?"}}
                """.formatted(POLITE, DATA, CHECKED));
        own = Scorecards.load(config, CODEBOOK).all().get(0);
    }

    private CriterionResult result(int place, CriterionReply... replies) {
        return own.score(
                        CallFixtures.metadata(),
                        SAID,
                        new Classification(
                                Verdict.JUDGED,
                                List.of(),
                                List.of(),
                                "refund",
                                RepeatContact.notSaid(),
                                Resolution.RESOLVED),
                        null,
                        new ModelCriteria("hash", List.of(replies)))
                .results()
                .get(place);
    }

    private static CriterionReply reply(String question, String answer) {
        return new CriterionReply(
                CriterionQuestion.keyOf(question), answer, answer.equals(CriterionReply.YES) ? WORDS : List.of());
    }

    @Test
    void asksEachQuestionOnceInTheLanguageOfTheCall() {
        assertThat(own.questions("ru")).extracting(CriterionQuestion::text).containsExactly(POLITE, DATA, CHECKED);
        assertThat(own.questions("en"))
                .extracting(CriterionQuestion::text)
                .contains("Is the agent polite?")
                .doesNotContain(POLITE);
        assertThat(own.asksModel()).isTrue();
    }

    @Test
    void yesIsMetWithItsWordsAndNoIsNotMet() {
        assertThat(result(0, reply(POLITE, CriterionReply.YES)).answer()).isEqualTo(Answer.MET);
        assertThat(result(0, reply(POLITE, CriterionReply.YES)).evidence()).isEqualTo(WORDS);
        assertThat(result(0, reply(POLITE, CriterionReply.NO)).answer()).isEqualTo(Answer.NOT_MET);
    }

    @Test
    void whatIsNotKnownIsUnscoredWithItsReason() {
        assertThat(result(0).why()).isEqualTo(Unscored.NO_MODEL);
        assertThat(result(0, reply("Другой вопрос?", CriterionReply.YES)).why()).isEqualTo(Unscored.NO_MODEL);
        assertThat(result(0, reply(POLITE, CriterionReply.NOT_PROVEN)).why()).isEqualTo(Unscored.NOT_PROVEN);
        assertThat(result(0, reply(POLITE, CriterionReply.UNCLEAR)).why()).isEqualTo(Unscored.UNCLEAR);
    }

    @Test
    void whatDoesNotConcernTheCallLeavesTheTotal() {
        assertThat(result(0, reply(POLITE, CriterionReply.NOT_APPLICABLE)).answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
        assertThat(result(1, reply(DATA, CriterionReply.NO), reply(CHECKED, CriterionReply.NO))
                        .answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
        assertThat(result(1, reply(DATA, CriterionReply.NOT_APPLICABLE)).answer())
                .isEqualTo(Answer.NOT_APPLICABLE);
        assertThat(result(1, reply(DATA, CriterionReply.YES), reply(CHECKED, CriterionReply.NO))
                        .answer())
                .isEqualTo(Answer.NOT_MET);
        assertThat(result(1, reply(DATA, CriterionReply.UNCLEAR)).why()).isEqualTo(Unscored.UNCLEAR);
    }
}
