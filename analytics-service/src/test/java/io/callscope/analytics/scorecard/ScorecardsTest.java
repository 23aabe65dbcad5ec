package io.callscope.analytics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardsTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final String SOUND = """
            scorecard:
              id: own
              name: {ru: "Своя", en: "Own"}
              sections:
                - id: contact
                  name: {ru: "Контакт", en: "Contact"}
                  criteria:
                    - id: greeting
                      name: {ru: "Поздоровался", en: "Greeted"}
                      weight: 60
                      judge:
                        said:
                          firstSec: 20
                          patterns: {ru: "здравствуйте", en: "hello"}
                    - id: right
                      name: {ru: "Верно", en: "Right"}
                      weight: 40
                      critical: client
                      judge: {people: true}
            """;

    @TempDir
    private Path config;

    @Test
    void readsTheShippedScorecards() {
        // When
        Scorecards scorecards = Scorecards.load(ConfigDir.shipped(), CODEBOOK);

        // Then
        assertThat(scorecards.all()).extracting(Scorecard::id).containsExactly("sales", "service");
        assertThat(scorecards.all())
                .allSatisfy(scorecard -> assertThat(scorecard.criteria().stream()
                                .mapToInt(Criterion::weight)
                                .sum())
                        .isEqualTo(100));
        assertThat(scorecards.all()).extracting(card -> card.criteria().size()).containsExactly(14, 14);
    }

    @Test
    void hasNoneWithoutTheFolder() {
        assertThat(Scorecards.load(config, CODEBOOK).all()).isEmpty();
    }

    @Test
    void isAnotherVersionWhenItsFileChanges() throws IOException {
        // Given
        String version = load(SOUND).version();

        // When
        String other = load(SOUND.replace("weight: 60", "weight: 59").replace("weight: 40", "weight: 41"))
                .version();

        // Then
        assertThat(load(SOUND).version()).isEqualTo(version).hasSize(64);
        assertThat(other).isNotEqualTo(version);
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertProblems(
                SOUND.replace("weight: 40", "weight: 30"),
                "found \"90\", expected weights of all criteria that add up to 100");
        assertProblems(SOUND.replace("id: own", "id: mine"), "found \"mine\", expected the name of the file, own");
        assertProblems(SOUND.replace("id: right", "id: greeting"), "found \"greeting\", expected an id of its own");
        assertProblems(
                SOUND.replace("critical: client", "critical: clients"), "found \"clients\", expected a harm out of");
        assertProblems(SOUND.replace("ru: \"Верно\", ", ""), "name.ru: expected a wording in this language");
        assertProblems(SOUND.replace("ru: \"здравствуйте\", ", ""), "patterns.ru: expected a text");
        assertProblems(SOUND.replace("\"hello\"", "\"(hello\""), "patterns.en line 1 column");
        assertProblems(SOUND.replace("\"hello\"", "\"$greetngs\""), "a word list out of");
        assertProblems(SOUND.replace("\"hello\"", "\"@sure:0.4 hello\""), "no @sure");
        assertProblems(SOUND.replace("{people: true}", "{}"), "expected one of said, notHeard");
        assertProblems(
                SOUND.replace("{people: true}", "{people: true, any: []}"), "found \"people, any\", expected one of");
        assertProblems(
                SOUND.replace("{people: true}", "{all: [{people: true}, {people: true}]}"), "no other judge beside it");
        assertProblems(
                SOUND.replace("{people: true}", "{notHeard: {signals: [agent-rud]}}"), "did you mean \"agent-rude\"");
        assertProblems(
                SOUND.replace("{people: true}", "{talk: {figure: agentTalkPercent, most: 165}}"),
                "found \"165\", expected a whole number from 0 to 100");
        assertProblems(
                SOUND.replace("{people: true}", "{talk: {figure: deadAirSec, most: 30, perMinutes: 5}}"),
                "nothing beside deadAirSec");
        assertProblems(
                SOUND.replace("firstSec: 20", "firstSec: 20\n              lastSec: 20"),
                "firstSec or lastSec, not both");
        assertProblems(
                SOUND.replace("weight: 40", "weight: 40\n          colour: red"), "expected a key out of critical, id");
        assertProblems("scorecard: [", "own.yaml: expected YAML");
    }

    private void assertProblems(String yaml, String expected) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("scorecards/own.yaml")
                .hasMessageContaining(expected);
    }

    private Scorecard load(String yaml) throws IOException {
        Files.createDirectories(config.resolve("scorecards"));
        Files.writeString(config.resolve("scorecards/own.yaml"), yaml);
        return Scorecards.load(config, CODEBOOK).all().get(0);
    }
}
