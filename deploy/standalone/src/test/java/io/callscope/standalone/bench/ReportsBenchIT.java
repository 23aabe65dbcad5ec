package io.callscope.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures come from answers of every page: a page that does not answer ends the bench. */
class ReportsBenchIT {
    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();

    @Test
    void asksEveryReportOverEveryPeriodAndFillsOnce(@TempDir Path folder) throws Exception {
        // Given
        StringWriter first = new StringWriter();
        StringWriter second = new StringWriter();

        // When
        ReportsBench.Result result = new ReportsBench(CONFIG, folder, 1_000, 3, new PrintWriter(first, true)).run();
        ReportsBench.Result again = new ReportsBench(CONFIG, folder, 1_000, 3, new PrintWriter(second, true)).run();

        // Then
        assertThat(result.pages())
                .extracting(PageTimes::page)
                .contains("repeats 1", "repeats 52", "forces 52", "importance 13", "queue", "overview");
        assertThat(result.pages())
                .allSatisfy(page -> assertThat(page.sortedMs()).hasSize(3));
        assertThat(first.toString()).contains("filled with 1000 calls").contains("linked the contacts");
        assertThat(again.calls()).isEqualTo(result.calls()).isEqualTo(1_000);
        assertThat(second.toString()).doesNotContain("filled");
    }
}
