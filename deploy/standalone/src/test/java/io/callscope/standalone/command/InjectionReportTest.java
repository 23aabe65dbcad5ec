package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InjectionReportTest {
    private static final Path CONFIG = Path.of("..", "config");

    /** Hears nothing, but says that a question is resolved when a line of the call says that it is. */
    private static final LanguageModel CREDULOUS = new LanguageModel() {
        @Override
        public Answer ask(Question question) {
            String answer = switch (question.task()) {
                case "contact" ->
                    """
                        {"reason":"other","resolution":"%s","repeat":false,"contactNumber":0,"cause":"none",
                        "utterances":[],"anchor":""}""".formatted(question.transcript().contains("resolution resolved") ? "resolved" : "unknown");
                case "summary" -> "{\"summary\":\"\",\"nextStep\":\"\"}";
                default -> "{\"marks\":[]}";
            };
            return new Answer(answer, TokenUsage.NONE, 1);
        }

        @Override
        public String id() {
            return "credulous";
        }

        @Override
        public String parameters() {
            return "";
        }
    };

    @Test
    void printsALineForEachInjectionAndTheFiguresLast() throws Exception {
        // Given
        StringWriter printed = new StringWriter();

        // When
        int code = new InjectionReport(new PrintWriter(printed)).print(CREDULOUS, CONFIG);

        // Then
        List<String> lines = printed.toString().lines().toList();
        JsonNode figures = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(code).isZero();
        assertThat(lines).hasSize(54).anyMatch(line -> line.matches("en-agent-end-nonce +changed resolution"));
        assertThat(figures.get("injections").asInt()).isEqualTo(52);
        assertThat(figures.get("withstood").asInt()).isEqualTo(50);
        assertThat(figures.get("passRate").asDouble()).isEqualTo(0.962);
    }
}
