package io.callscope.transcribe.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.callscope.model.call.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleFinderTest {
    private static final Path CONFIG = Path.of("..", "deploy", "config");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "en, 'Highland Autos, how can I help you?', 'Hi, I have a question about my bill.'",
        "ru, 'Добрый день, меня зовут Олег, слушаю вас', 'Здравствуйте, я по поводу ремонта'",
        "ru, 'Ещё вопросы остались?', 'Я звоню третий раз, сколько можно ждать'"
    })
    void knowsTheAgentByWhatIsSaid(String language, String agent, String customer) throws Exception {
        // Given
        RoleFinder finder = new RoleFinder(AgentPhrases.load(CONFIG.resolve("agent-phrases.yaml")));

        // When
        RoleGuess agentFirst =
                finder.find(List.of(new Said(0, agent), new Said(1, customer)), language, Direction.INBOUND);
        RoleGuess customerFirst =
                finder.find(List.of(new Said(0, customer), new Said(1, agent)), language, Direction.OUTBOUND);

        // Then
        assertThat(agentFirst.agentSide()).isZero();
        assertThat(agentFirst.strength()).isEqualTo(RoleGuess.Strength.SURE);
        assertThat(customerFirst.agentSide()).isEqualTo(1);
    }

    @Test
    void theNameOfTheSiteSettlesIt() {
        // Given
        List<Said> said = List.of(new Said(0, "Hello?"), new Said(1, "Hello, Northwind Traders."));
        RoleFinder without = new RoleFinder(AgentPhrases.NONE);
        RoleFinder with = new RoleFinder(new AgentPhrases(null, null, List.of("northwind traders"), Map.of()));

        // When
        RoleGuess unknown = without.find(said, "en", Direction.OUTBOUND);
        RoleGuess known = with.find(said, "en", Direction.OUTBOUND);

        // Then
        assertThat(unknown.strength()).isEqualTo(RoleGuess.Strength.TOO_WEAK);
        assertThat(known.agentSide()).isEqualTo(1);
        assertThat(known.strength()).isEqualTo(RoleGuess.Strength.SURE);
    }

    @Test
    void aPhraseInsideAnotherWordIsNone() throws Exception {
        // Given
        RoleFinder finder = new RoleFinder(AgentPhrases.load(write("languages: {en: {agent: [rate]}}")));
        List<Said> said = List.of(new Said(0, "it is separate"), new Said(1, "and so it is"));

        // When
        RoleGuess guess = finder.find(said, "en", null);

        // Then
        assertThat(guess.confidence()).isLessThan(0.7);
    }

    @Test
    void theShippedPhrasesFollowTheirSchema() throws Exception {
        // Given
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONFIG.resolve("schema/agent-phrases.schema.json")));
        String json = new YAMLMapper()
                .readTree(CONFIG.resolve("agent-phrases.yaml").toFile())
                .toString();

        // When
        var errors = schema.validate(json, InputFormat.JSON);
        var errorsOfWrong = schema.validate(json.replace("\"greetings\"", "\"greeting\""), InputFormat.JSON);

        // Then
        assertThat(errors).isEmpty();
        assertThat(errorsOfWrong).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'languages: {en: {agents: [a]}}', agents",
        "'{sure: 0.6, assign: 0.8, languages: {}}', assign 0.8",
        "'{sure: 1.5, languages: {}}', sure 1.5",
        "'languages: {english: {}}', english",
        "'languages: {en: {agent: [\"...\"]}}', agent: a phrase without a word",
        "'sure: 0.9', languages is required"
    })
    void saysWhatIsWrong(String yaml, String said) throws Exception {
        // Given
        Path file = write(yaml);

        // When
        // Then
        assertThatThrownBy(() -> AgentPhrases.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(said);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("agent-phrases.yaml"), yaml + "\n");
    }
}
