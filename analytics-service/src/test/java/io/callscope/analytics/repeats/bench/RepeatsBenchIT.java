package io.callscope.analytics.repeats.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.model.json.EventJson;
import org.junit.jupiter.api.Test;

/** Links and reports of made-up contacts against what is true of them. */
class RepeatsBenchIT {
    @Test
    void findsWhatIsTrueInWhateverOrderCallsCome() {
        try (AnalyticsDatabase database = TestDatabase.empty()) {
            // Given
            RepeatsBench bench = new RepeatsBench(database.dataSource(), CodebookLoader.load(ConfigDir.shipped()), 5);

            // When
            RepeatsBenchResult result = bench.run(
                    3, 3_000, report -> EventJson.mapper().valueToTree(report).toString());

            // Then
            assertThat(result.sameInAnyOrder()).isTrue();
            assertThat(result.reports()).isEqualTo(6);
            assertThat(result.links().support()).isGreaterThan(200);
            assertThat(result.links().precision().orElseThrow()).isGreaterThan(0.95);
            assertThat(result.links().recall().orElseThrow()).isGreaterThan(0.9);
            assertThat(result.fcr()).isCloseTo(result.trueFcr(), within(0.02));
        }
    }
}
