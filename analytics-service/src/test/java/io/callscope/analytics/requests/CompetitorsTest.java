package io.callscope.analytics.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompetitorsTest {
    @TempDir
    Path folder;

    @Test
    void nobodyIsListedAsShipped() {
        assertThat(Competitors.load(ConfigDir.shipped())).isEqualTo(Competitors.none());
        assertThat(Competitors.load(folder)).isEqualTo(Competitors.none());
    }

    @Test
    void readsNamesInTheirOrder() throws IOException {
        Files.writeString(folder.resolve("competitors.yaml"), """
                competitors:
                  Ромашка Телеком: [ромашка, ромашка телеком]
                  Ёлка: [ёлка]
                """);

        assertThat(Competitors.load(folder).wordsByName().keySet()).containsExactly("Ромашка Телеком", "Ёлка");
        assertThat(Competitors.load(folder).wordsByName()).containsEntry("Ёлка", List.of("ёлка"));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Files.writeString(folder.resolve("competitors.yaml"), """
                competitors:
                  Ромашка: []
                  Ёлка: ["..."]
                others: 1
                """);

        assertThatThrownBy(() -> Competitors.load(folder))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("competitors.Ромашка")
                .hasMessageContaining("competitors.Ёлка[0]")
                .hasMessageContaining("others");
    }
}
