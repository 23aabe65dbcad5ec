package io.callscope.analytics.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookLoaderTest {
    @TempDir
    private Path config;

    @BeforeEach
    void copy() {
        ConfigDir.copyTo(config);
    }

    private List<String> problems() {
        InvalidConfigException thrown =
                catchThrowableOfType(InvalidConfigException.class, () -> CodebookLoader.load(config));
        assertThat(thrown).isNotNull();
        return thrown.problems().stream().map(ConfigProblem::toString).toList();
    }

    private Path file(String name) {
        return config.resolve("codebook").resolve(name);
    }

    @Test
    void reportsAllProblemsAtOnceWithTheNearestWord() {
        // Given
        ConfigDir.replace(file("status.yaml"), "owner: cc-routing", "owner: cc-rooting");
        ConfigDir.replace(file("control.yaml"), "stageFixed: true", "stageFixd: true");
        ConfigDir.replace(file("belonging.yaml"), "severity: 2", "severity: 7");
        ConfigDir.replace(file("contact-reasons.yaml"), "stage: delivery", "stage: delivry");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).contains("status.yaml", "owner", "cc-rooting", "\"cc-routing\""))
                .anySatisfy(p -> assertThat(p).contains("control.yaml", "stageFixd", "\"stageFixed\""))
                .anySatisfy(p -> assertThat(p).contains("belonging.yaml", "severity", "7", "1 to 3"))
                .anySatisfy(p -> assertThat(p).contains("contact-reasons.yaml", "delivry", "\"delivery\""));
    }

    @Test
    void namesTheColumnOfABrokenPattern() {
        // Given
        ConfigDir.replace(
                file("patterns/ru/belonging.yaml"), "no-empathy: |\n", "no-empathy: |\n  хоть (бы | извинились\n");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .singleElement()
                .satisfies(p -> assertThat(p).contains("no-empathy", "line 1", "column 22", "\")\""));
    }

    @Test
    void namesUnknownListsIdsAndDoubledCodes() {
        // Given
        ConfigDir.replace(file("patterns/en/status.yaml"), "rudeness: |\n", "rudeness: |\n  $ruude to me\n");
        ConfigDir.replace(file("patterns/en/signals.yaml"), "danger: |", "dangr: |");
        ConfigDir.replace(file("enjoyment.yaml"), "id: paperwork", "id: ivr-maze");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems)
                .anySatisfy(p -> assertThat(p).contains("$ruude", "did you mean \"rude\""))
                .anySatisfy(p -> assertThat(p).contains("dangr", "did you mean \"danger\""))
                .anySatisfy(p -> assertThat(p).contains("ivr-maze", "an id of its own"));
    }

    @Test
    void missesAWordingInEveryLanguage() {
        // Given
        ConfigDir.replace(file("departments.yaml"), "      en: \"Marketing\"\n", "");

        // When
        List<String> problems = problems();

        // Then
        assertThat(problems).singleElement().satisfies(p -> assertThat(p).contains("name.en"));
    }

    @Test
    void hashFollowsTheContent() {
        // Given
        String before = CodebookLoader.load(config).hash();

        // When
        ConfigDir.replace(file("departments.yaml"), "\"Marketing\"", "\"Brand\"");

        // Then
        assertThat(before).isEqualTo(CodebookLoader.load(ConfigDir.shipped()).hash());
        assertThat(CodebookLoader.load(config).hash()).isNotEqualTo(before);
    }
}
