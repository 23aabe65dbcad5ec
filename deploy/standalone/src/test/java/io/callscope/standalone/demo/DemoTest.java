package io.callscope.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.standalone.send.ScriptedHttp;
import io.callscope.standalone.send.ScriptedHttp.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void waitsUntilEveryCallIsAnalyzedOrFailed() throws Exception {
        // Given
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        List<Integer> progress = new ArrayList<>();
        Map<String, JsonNode> calls;
        try (ScriptedHttp web = new ScriptedHttp(path -> state(path, asked.merge(path, 1, Integer::sum)))) {
            // When
            calls = new CallStates(web.url(), "callscope=token")
                    .awaitTerminal(List.of("good", "bad"), Duration.ofSeconds(20), progress::add);
        }

        // Then
        assertThat(calls.get("good").path("state").asText()).isEqualTo("analyzed");
        assertThat(calls.get("bad").path("state").asText()).isEqualTo("failed");
        assertThat(progress).containsExactly(1, 2);
    }

    @Test
    void givesUpWhenNothingMoves() throws Exception {
        // Given
        Map<String, JsonNode> calls;
        try (ScriptedHttp web = new ScriptedHttp(path -> new Answer(200, "{\"state\":\"recorded\"}"))) {
            // When
            calls = new CallStates(web.url(), "callscope=token")
                    .awaitTerminal(List.of("stuck"), Duration.ofSeconds(2), done -> {});
        }

        // Then
        assertThat(calls.get("stuck").path("state").asText()).isEqualTo("recorded");
    }

    @Test
    void countsWhatTheServiceShows() throws Exception {
        // Given
        Map<String, JsonNode> calls = Map.of(
                "a",
                JSON.readTree("""
                        {"state":"analyzed","transcript":{},"analysis":{"flags":[{"rule":"churn-risk"}],"marks":[
                          {"force":"certainty","polarity":"barrier"},{"force":"certainty","polarity":"barrier"},
                          {"force":"status","polarity":"driver"}]}}"""),
                "b",
                JSON.readTree("{\"state\":\"failed\",\"transcript\":null,\"analysis\":null}"));

        Map<String, Integer> decisions = DemoReviews.decisions(JSON.readTree("""
                {"items":[{"decision":"AUTOMATE","why":["PASSED"]},{"decision":"KEEP_MANUAL","why":["DRIFT"]},
                  {"decision":"KEEP_MANUAL","why":["DRIFT"]},{"decision":"ASSIST","why":[]}]}"""));

        // When
        DemoReport report =
                DemoReport.count(3, calls, new DemoMonth.Result(9, 8), decisions, Map.of("spoken", 0.5), 61, 900);

        // Then
        assertThat(report.toJson())
                .isEqualTo(
                        "{\"sent\":3,\"transcribed\":1,\"analyzed\":1,\"failed\":1,\"flagged\":1,\"forces\":{"
                                + "\"certainty\":2,\"fair-treatment\":0,\"control\":0,\"status\":0,\"belonging\":0,"
                                + "\"enjoyment\":0},\"month\":{\"sent\":9,\"analyzed\":8},\"decisions\":{\"automate\":1,\"assist\":0,\"keep-manual\":2},\"f1\":{\"spoken\":0.5},\"seconds\":61,\"maxPssMiB\":900}");
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void scoresStoredBarriersByCallAndForce(@TempDir Path demoFolder) throws Exception {
        // Given
        for (String part : List.of("spoken", "transcripts")) {
            Files.createDirectories(demoFolder.resolve(part));
            Files.writeString(
                    demoFolder.resolve(part).resolve("truth.jsonl"),
                    goldLine("a", "certainty", "certainty", "status") + goldLine("b", "control"));
        }
        Map<String, JsonNode> calls = Map.of("a", JSON.readTree("""
                        {"analysis":{"marks":[{"force":"certainty","polarity":"barrier"},
                          {"force":"status","polarity":"driver"},{"force":"enjoyment","polarity":"barrier"}]}}"""));

        // When
        Map<String, Double> scores = new GoldDemoScore(Path.of("..", "config")).microF1(calls, demoFolder);

        // Then: one hit, one false alarm, two misses
        assertThat(scores).isEqualTo(Map.of("spoken", 0.4, "transcripts", 0.4));
    }

    private static String goldLine(String id, String... barriers) {
        String marks = Stream.of(barriers)
                .map("{\"force\":\"%s\",\"stage\":\"delivery\",\"utterances\":[0]}"::formatted)
                .collect(Collectors.joining(","));
        return """
                {"id":"%s","language":"en","utterances":[{"party":"customer","startMs":0,"endMs":900,"text":"well"}],\
                "gold":{"barriers":[%s],"drivers":[],"repeatSaid":false,"resolution":"unknown",\
                "evidenceSufficient":true}}
                """.formatted(id, marks);
    }

    private static Answer state(String path, int times) {
        if (!path.endsWith("/state")) {
            return new Answer(200, path.endsWith("/bad") ? "{\"state\":\"failed\"}" : "{\"state\":\"analyzed\"}");
        }
        if (times == 1) {
            return new Answer(404, "{}");
        }
        if (path.endsWith("/bad/state")) {
            return new Answer(200, "{\"state\":\"failed\"}");
        }
        return new Answer(200, times < 4 ? "{\"state\":\"transcribed\"}" : "{\"state\":\"analyzed\"}");
    }
}
