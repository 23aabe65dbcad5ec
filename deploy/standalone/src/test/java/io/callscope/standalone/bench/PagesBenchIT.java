package io.callscope.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures come from answers of every page: a page that does not answer ends the bench. */
class PagesBenchIT {
    @Test
    void asksEveryPageFiftyTimes(@TempDir Path folder) throws Exception {
        // Given
        StringWriter progress = new StringWriter();
        Path config = Path.of("..", "config").toAbsolutePath().normalize();

        // When
        List<PageTimes> pages = new PagesBench(config, folder, 1_000, new PrintWriter(progress)).run();

        // Then
        assertThat(pages).extracting(PageTimes::page).contains("queue", "searchPhrase", "call", "overview");
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.sortedMs()).hasSize(50);
            assertThat(page.percentileMs(50)).isLessThanOrEqualTo(page.percentileMs(95));
            assertThat(page.percentileMs(95)).isLessThanOrEqualTo(page.maxMs());
        });
        assertThat(progress.toString()).contains("filled with 1000 calls");
    }
}
