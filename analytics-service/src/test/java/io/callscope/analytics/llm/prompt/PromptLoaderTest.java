package io.callscope.analytics.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.llm.task.PairTask;
import io.callscope.analytics.llm.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptLoaderTest {
    @TempDir
    private Path config;

    @BeforeEach
    void copy() throws IOException {
        Path shipped = LlmFixtures.CONFIG.resolve("prompts");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path copied = config.resolve("prompts")
                        .resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
    }

    @Test
    void namesEveryProblem() throws IOException {
        // Given
        Path ru = config.resolve("prompts").resolve("ru");
        Files.delete(ru.resolve("contact.md"));
        Files.writeString(ru.resolve("transcript.md"), "{{nonse}} {{utterances}}");
        Files.writeString(ru.resolve("summary.md"), "  \n");
        Files.writeString(ru.resolve("words.yaml"), "agent: агент\nclient: клиент\n");

        // When, then
        assertThatThrownBy(() -> PromptLoader.load(config))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("contact.md")
                .hasMessageContaining("did you mean \"nonce\"")
                .hasMessageContaining("{{nonce}} in the text")
                .hasMessageContaining("summary.md")
                .hasMessageContaining("customer");
    }

    @Test
    void everyFileChangesTheHashOfWhatItIsFor() throws IOException {
        // Given
        String before = hash();
        String pairBefore = pairHash();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(config.resolve("prompts").resolve("en"))) {
            // the questions of scorecards have a hash of their own, so that marks keep their version
            files = walk.filter(file -> file.toString().endsWith(".md") && !file.endsWith("criteria.md"))
                    .toList();
        }

        for (Path file : files) {
            String text = Files.readString(file);

            // When
            Files.writeString(file, text + "One more word.");

            // Then
            boolean ofPairs = file.endsWith("same-issue.md");
            boolean shared =
                    Stream.of("system.md", "transcript.md", "repair.md").anyMatch(file::endsWith);
            assertThat(hash().equals(before)).as(file.toString()).isEqualTo(ofPairs);
            assertThat(pairHash().equals(pairBefore)).as(file.toString()).isEqualTo(!ofPairs && !shared);
            Files.writeString(file, text);
        }
        assertThat(files).hasSize(8);
        assertThat(hash()).isEqualTo(before);
    }

    @Test
    void lineEndingsOfAnotherSystemDoNot() throws IOException {
        // Given
        String before = hash();
        Path file = config.resolve("prompts").resolve("en").resolve("system.md");

        // When
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

        // Then
        assertThat(hash()).isEqualTo(before);
    }

    /** Of the question about two calls: no part of an analysis and its version. */
    private String pairHash() {
        return new PairTask(PromptLoader.load(config).get("en")).task().promptHash();
    }

    private String hash() {
        Map<String, Prompts> prompts = PromptLoader.load(config);
        return new Tasks(LlmFixtures.CODEBOOK, Objects.requireNonNull(prompts.get("en")), 8_192).promptHash();
    }
}
