package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.kit.config.HttpConfig;
import io.callscope.model.call.CallId;
import java.time.Clock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Where the pages listen, and what hostile content does to them. */
class WebServerEdgesIT {
    @Test
    void isNotReachableFromElsewhere() {
        assertThatThrownBy(() -> start(new HttpConfig("0.0.0.0", 0))).hasMessageContaining("0.0.0.0");
    }

    @Test
    void aTakenPortIsNamed() {
        // Given
        try (TestPages first = TestPages.empty()) {
            // When / Then
            assertThatThrownBy(() -> start(HttpConfig.local(first.port())))
                    .hasMessageContaining(Integer.toString(first.port()))
                    .hasMessageContaining("http.port");
        }
    }

    @Test
    void hostileTextBreaksNoPage() throws Exception {
        // Given
        String hostile = "\"><img src=x onerror=alert(1)> =cmd|' \u202Eabc " + "ы".repeat(10_000);
        try (TestPages odd = TestPages.empty()) {
            odd.calls()
                    .transcribed(CallFixtures.transcribed(
                            "odd",
                            CallFixtures.metadata(),
                            TestPages.NOW,
                            CallFixtures.transcript("ru", "К " + hostile, "О  да")));
            odd.calls()
                    .failed(new CallFailure(
                            new CallId("f"), "<i>", "<b>", "<script>1</script>", TestPages.NOW, null, null));

            // When
            Document call = odd.page("/calls/odd");
            Document failed = odd.page("/failed");

            // Then
            assertThat(call.select("img")).isEmpty();
            assertThat(call.select(".said").get(0).wholeText()).isEqualTo(hostile);
            assertThat(failed.select("main i, main script")).isEmpty();
            assertThat(failed.select("main").text()).contains("<script>1</script>", "<b>");
        }
    }

    private static WebServer start(HttpConfig http) {
        try (AnalyticsDatabase database = TestDatabase.empty()) {
            return TestPages.serve(http, database, new ToneSource(1), Clock.systemUTC());
        }
    }
}
