package io.callscope.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.gold.GoldCall;
import io.callscope.analytics.gold.GoldFile;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.bench.redact.DigitRuns;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.text.correct.Corrections;
import io.callscope.transcribe.text.redact.RedactionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Digits, corrected names and placeholders are for people: what a call is judged by is what was said in it. */
class TextStepsKeepMarksTest {
    private static final Path DEPLOY = Path.of("..");
    private static final Codebook CODEBOOK = CodebookLoader.load(DEPLOY.resolve("config"));

    private static final RulesClassifier CLASSIFIER = new RulesClassifier(CODEBOOK);

    private final TextSteps steps = new TextSteps(Corrections.load(DEPLOY.resolve("config/text")), RedactionConfig.ALL);

    @Test
    void demoCallsKeepTheirMarks() throws IOException {
        // Given
        List<Transcript> calls = demoCalls();
        int rewritten = 0;

        for (Transcript call : calls) {
            // When
            Transcript written = steps.apply(call);
            Classification before = classify(call);
            Classification after = classify(written);

            // Then
            assertThat(marks(after)).isEqualTo(marks(before));
            assertThat(after.contactReason()).isEqualTo(before.contactReason());
            assertThat(after.resolution()).isEqualTo(before.resolution());
            assertThat(DigitRuns.longest(written)).isLessThan(DigitRuns.LONG);
            after.marks().forEach(mark -> mark.evidence().forEach(place -> assertWithin(written, place)));
            rewritten += (int) written.utterances().stream()
                    .filter(utterance -> !utterance.rewrites().isEmpty())
                    .count();
        }
        assertThat(rewritten).isGreaterThan(20);
    }

    private static void assertWithin(Transcript transcript, Evidence place) {
        Utterance utterance = transcript.utterances().get(place.utteranceId());
        assertThat(place.startChar()).isBetween(0, place.endChar());
        assertThat(place.endChar()).isLessThanOrEqualTo(utterance.text().length());
    }

    private static List<String> marks(Classification classification) {
        return classification.marks().stream()
                .map(mark -> mark.code() + " " + mark.polarity() + " " + mark.severity() + " " + places(mark))
                .toList();
    }

    private static List<Integer> places(Mark mark) {
        return mark.evidence().stream().map(Evidence::utteranceId).toList();
    }

    private Classification classify(Transcript call) {
        return CLASSIFIER.classify(metadata(call.language()), call);
    }

    private static List<Transcript> demoCalls() throws IOException {
        List<Transcript> calls =
                new ArrayList<>(GoldFile.read(DEPLOY.resolve("demo/spoken/truth.jsonl"), CODEBOOK).stream()
                        .map(GoldCall::transcript)
                        .toList());
        try (Stream<Path> files = Files.list(DEPLOY.resolve("demo/transcripts"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                calls.add(transcript(new ObjectMapper().readTree(file.toFile())));
            }
        }
        return calls;
    }

    private static Transcript transcript(JsonNode call) {
        List<Utterance> utterances = new ArrayList<>();
        for (JsonNode said : call.get("utterances")) {
            Party party = Party.ofId(said.get("party").asText());
            utterances.add(new Utterance(
                    utterances.size(),
                    party == Party.AGENT ? 1 : 0,
                    party,
                    said.get("startMs").asLong(),
                    said.get("endMs").asLong(),
                    said.get("text").asText(),
                    null,
                    List.of()));
        }
        utterances.sort(Comparator.comparingLong(Utterance::startMs));
        List<Utterance> numbered = new ArrayList<>();
        for (Utterance each : utterances) {
            numbered.add(new Utterance(
                    numbered.size(),
                    each.channel(),
                    each.party(),
                    each.startMs(),
                    each.endMs(),
                    each.text(),
                    null,
                    List.of()));
        }
        return new Transcript(
                call.get("language").asText(),
                TranscriptSource.IMPORTED,
                "demo",
                null,
                call.get("durationMs").asLong(),
                2,
                numbered);
    }

    private static CallMetadata metadata(String language) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, null, null, null, null, language, List.of(), null, Map.of());
    }
}
