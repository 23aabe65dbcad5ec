package io.callscope.analytics.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueSettingsTest {
    @TempDir
    Path folder;

    @Test
    void defaultsAreDocumented() {
        assertThat(QueueSettings.load(ConfigDir.shipped())).isEqualTo(QueueSettings.usual());
    }

    @Test
    void everyPropertyIsMapped() throws IOException {
        // Given
        Files.writeString(folder.resolve("queue.yaml"), """
                queue:
                  dailyMinutes: 60
                  fragmentMarginSeconds: 10
                  decisionSeconds: 20
                  maxOfOneAgent: 5
                  maxRulePercent: 50
                  reopenDays: 14
                """);

        // Then
        assertThat(QueueSettings.load(folder))
                .isEqualTo(new QueueSettings(
                        Duration.ofMinutes(60),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        5,
                        50,
                        Duration.ofDays(14)));
    }

    @Test
    void allProblemsAreReported() throws IOException {
        // Given
        Files.writeString(folder.resolve("queue.yaml"), """
                queue:
                  dailyMinute: 60
                  maxRulePercent: 101
                  reopenDays: week
                """);

        // Then
        assertThatThrownBy(() -> QueueSettings.load(folder))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("did you mean \"dailyMinutes\"")
                .hasMessageContaining("from 1 to 100")
                .hasMessageContaining("reopenDays");
    }

    @ParameterizedTest
    @CsvSource({
        "order-status, delivery-problem, true",
        "delivery-problem, order-status, true",
        "wrong-charge, refund, true",
        "refund, payment-question, true",
        "wrong-charge, payment-question, true",
        "technical-fault, visit-request, true",
        "visit-request, quality-claim, true",
        "complaint, documents, true",
        "other, complaint, true",
        "refund, refund, true",
        "refund, order-status, false",
        "documents, data-change, false"
    })
    void relatedReasonsAreOneIssue(String reason, String other, boolean expected) {
        assertThat(Issues.of(CodebookLoader.load(ConfigDir.shipped())).same(reason, other))
                .isEqualTo(expected);
    }
}
