package io.callscope.analytics.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tasks of a call share, and what no prompt holds. */
class SharedPrefixTest {
    private static final CallTranscribed CALL = LlmFixtures.call(
            "ru", "О добрый день слушаю вас", "К обещали перезвонить вчера и никто так и не перезвонил");

    @Test
    void allTasksOfACallBeginWithTheSameBytes() throws InterruptedException {
        // When
        List<Question> questions = asked();

        // Then
        assertThat(questions).hasSizeGreaterThanOrEqualTo(4);
        assertThat(questions)
                .extracting(Question::system)
                .containsOnly(questions.get(0).system());
        assertThat(questions)
                .extracting(Question::transcript)
                .containsOnly(questions.get(0).transcript());
        assertThat(questions)
                .allMatch(
                        question -> question.user().startsWith(questions.get(0).transcript()));
        assertThat(questions).extracting(Question::promptHash).doesNotHaveDuplicates();
        assertThat(questions).extracting(Question::transcriptHash).containsOnly(CALL.transcriptHash());
    }

    @Test
    void anotherProcessHasOtherBordersAndTheSameHashes() throws InterruptedException {
        // When
        List<Question> one = asked();
        List<Question> other = asked();

        // Then
        assertThat(one.get(0).transcript()).isNotEqualTo(other.get(0).transcript());
        assertThat(one)
                .extracting(Question::promptHash)
                .isEqualTo(other.stream().map(Question::promptHash).toList());
    }

    @Test
    void noPromptNamesAgentTeamCustomerOrCall() throws InterruptedException {
        // Given
        var metadata = CALL.metadata();

        // When
        List<Question> questions = asked();

        // Then
        assertThat(metadata.agentName()).isNotBlank();
        assertThat(metadata.team()).isNotBlank();
        assertThat(questions)
                .allSatisfy(question -> assertThat(question.system() + question.user())
                        .contains("[0] агент: добрый день", "[1] клиент: обещали")
                        .doesNotContain(
                                metadata.agentName(),
                                metadata.agentId(),
                                metadata.team(),
                                metadata.customer().key(),
                                CALL.callId().value()));
    }

    @Test
    void nothingOfACallIsPrinted() throws InterruptedException {
        assertThat(asked())
                .allSatisfy(question -> assertThat(question.toString()).doesNotContain("перезвон"));
    }

    private static List<Question> asked() throws InterruptedException {
        ScriptedModel model = ScriptedModel.deaf();
        LlmFixtures.classifier(model, LlmTaskSettings.defaults()).hear(CALL);
        return model.asked();
    }
}
