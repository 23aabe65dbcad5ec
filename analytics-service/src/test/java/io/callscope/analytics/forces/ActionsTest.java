package io.callscope.analytics.forces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.model.analysis.Polarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionsTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    @TempDir
    Path folder;

    @Test
    void everyShippedBarrierHasAProposal() {
        assertThat(Actions.load(ConfigDir.shipped(), CODEBOOK).byCode().keySet())
                .containsExactlyInAnyOrderElementsOf(CODEBOOK.codes().stream()
                        .filter(code -> code.polarity() == Polarity.BARRIER)
                        .map(CodeDefinition::id)
                        .toList());
    }

    @Test
    void aFolderWithoutTheFileProposesNothing() {
        assertThat(Actions.load(folder, CODEBOOK).byCode()).isEmpty();
    }

    @Test
    void namesABarrierThatTheCodebookDoesNotHave() throws IOException {
        // Given
        Files.writeString(folder.resolve("actions.yaml"), """
                actions:
                  certainty.no-dedline: {ru: "а", en: "a"}
                  certainty.no-deadline: {ru: "а"}
                """);

        // When / Then
        assertThatThrownBy(() -> Actions.load(folder, CODEBOOK))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("certainty.no-dedline")
                .hasMessageContaining("certainty.no-deadline.en");
    }
}
