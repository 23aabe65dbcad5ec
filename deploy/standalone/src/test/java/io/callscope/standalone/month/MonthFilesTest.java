package io.callscope.standalone.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.standalone.send.ImportItem;
import io.callscope.standalone.send.ImportScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<MonthCall> MONTH = SimulatedMonth.of(1, 600, LocalDate.of(2026, 10, 11), Half.WHOLE);

    @TempDir
    Path folder;

    @Test
    void everyCallIsATranscriptThatSendTakes() throws Exception {
        // When
        MonthFiles.write(MONTH, MonthSurveys.of(1, MONTH), folder.resolve("month"));

        // Then
        List<ImportItem> items =
                ImportScan.of(List.of(folder.resolve("month/calls"))).items();
        assertThat(items).hasSameSizeAs(MONTH);
        assertThat(items).allSatisfy(item -> assertThat(item.kind()).isEqualTo(ImportItem.Kind.TRANSCRIPT));
    }

    @Test
    void aTranscriptSaysThatItIsSimulatedAndHoldsNoTruth() throws Exception {
        // Given
        MonthCall call = MONTH.get(0);

        // When
        MonthFiles.write(MONTH, MonthSurveys.of(1, MONTH), folder);

        // Then
        JsonNode json = JSON.readTree(
                folder.resolve("calls/%s.json".formatted(call.id())).toFile());
        assertThat(json.at("/metadata/simulated").asText()).isEqualTo("true");
        assertThat(json.at("/metadata/startedAt").asText()).endsWith("+03:00");
        assertThat(json.path("utterances")).hasSameSizeAs(call.turns());
        assertThat(json.has("truth")).isFalse();
        assertThat(json.path("metadata").has("reason")).isFalse();
    }

    @Test
    void theTruthIsInTheOrderOfArrival() throws Exception {
        // When
        MonthFiles.write(MONTH, MonthSurveys.of(1, MONTH), folder);

        // Then
        List<String> arrivals = Files.readAllLines(folder.resolve("truth.jsonl")).stream()
                .map(line -> node(line).path("arrivesAt").asText())
                .toList();
        assertThat(arrivals).hasSameSizeAs(MONTH).isSorted();
    }

    @Test
    void whatIsJudgedStandsInOneOrderInEveryProcess() throws Exception {
        // When
        MonthFiles.write(MONTH, MonthSurveys.of(1, MONTH), folder);

        // Then
        assertThat(Files.readAllLines(folder.resolve("truth.jsonl"))).allSatisfy(line -> {
            List<String> criteria = new ArrayList<>();
            node(line).at("/judged/criteria").fieldNames().forEachRemaining(criteria::add);
            assertThat(criteria).isSorted();
        });
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws Exception {
        // Given
        Files.writeString(folder.resolve("mine.txt"), "mine");

        // Then
        assertThatThrownBy(() -> MonthFiles.write(MONTH, MonthSurveys.of(1, MONTH), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s: expected an empty folder".formatted(folder));
    }

    private static JsonNode node(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
