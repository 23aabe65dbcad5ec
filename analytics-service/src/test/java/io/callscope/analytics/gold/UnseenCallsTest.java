package io.callscope.analytics.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped patterns on calls they were not mended on: what a site may expect at the least. */
class UnseenCallsTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(Path.of("..", "deploy", "config"));

    @ParameterizedTest
    @CsvSource({"test-ru.jsonl, 0.45", "test-en.jsonl, 0.45"})
    void patternsGeneralise(String file, double least) {
        // Given
        Path gold = Path.of("src", "test", "resources", "gold", file);

        // When
        GoldScore score = GoldScore.of(GoldFile.read(gold, CODEBOOK), new RulesClassifier(CODEBOOK));

        // Then
        assertThat(score.microF1()).as("micro-F1 on %s", file).isGreaterThanOrEqualTo(least);
    }
}
