package io.callscope.standalone.month;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.review.simulated.CallTruth;
import io.callscope.standalone.month.MonthSurveys.Survey;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the simulated month: a transcript for each call in {@code calls}, as {@code PUT /api/transcripts} takes it, and
 * who was asked afterwards and what he answered in {@code surveys.csv}, as {@code callscope surveys import} reads it, and
 * the truth in {@code truth.jsonl}, a call a line in the order in which calls arrive. Stateless.
 */
public final class MonthFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** The file of the surveys. */
    public static final String SURVEYS = "surveys.csv";

    /** The file of what is true. */
    static final String TRUTH = "truth.jsonl";

    private static final String JUDGED = "judged";

    private MonthFiles() {}

    /**
     * Writes into a folder that is empty or does not exist.
     *
     * @throws IllegalArgumentException when the folder holds something
     */
    public static void write(List<MonthCall> calls, List<Survey> surveys, Path folder) throws IOException {
        requireEmpty(folder);
        Path transcripts = Files.createDirectories(folder.resolve("calls"));
        for (MonthCall call : calls) {
            Files.writeString(
                    transcripts.resolve(call.id() + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(transcript(call)) + "\n");
        }
        Files.writeString(folder.resolve(SURVEYS), table(surveys));
        List<MonthCall> arriving = calls.stream()
                .sorted(Comparator.comparing(MonthCall::arrivesAt).thenComparing(MonthCall::id))
                .toList();
        MonthJudge judge = new MonthJudge();
        try (Writer out = Files.newBufferedWriter(folder.resolve(TRUTH), StandardCharsets.UTF_8)) {
            for (MonthCall call : arriving) {
                out.write(JSON.writeValueAsString(truth(call, judge)) + "\n");
            }
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("%s: expected a folder".formatted(folder));
        }
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new IllegalArgumentException("%s: expected an empty folder".formatted(folder));
                }
            }
        }
    }

    private static String table(List<Survey> surveys) {
        StringBuilder table = new StringBuilder("call_id;nps\n");
        surveys.forEach(survey -> table.append(survey.callId())
                .append(';')
                .append(survey.nps() == null ? "" : survey.nps())
                .append('\n'));
        return table.toString();
    }

    private static String time(Instant at) {
        return TIME.format(ZonedDateTime.ofInstant(at, ZONE).withNano(0));
    }

    private static ObjectNode transcript(MonthCall call) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode metadata = json.putObject("metadata");
        metadata.put("startedAt", time(call.startedAt()));
        metadata.put("agentId", call.agent().id());
        metadata.put("agentName", call.agent().name());
        metadata.put("team", call.agent().team());
        metadata.put("queue", call.queue());
        metadata.put("direction", call.direction().id());
        if (call.number() != null) {
            metadata.put("customerNumber", call.number());
        }
        metadata.put("product", call.product());
        metadata.put("language", "ru");
        metadata.putArray("channels").add("customer").add("agent");
        metadata.put("simulated", "true");
        if (call.forwarded()) {
            metadata.put("transferred", "true");
        }
        json.put("language", "ru");
        json.put("durationMs", call.durationMs());
        ArrayNode utterances = json.putArray("utterances");
        call.turns()
                .forEach(turn -> utterances
                        .addObject()
                        .put("party", turn.party().id())
                        .put("startMs", turn.startMs())
                        .put("endMs", turn.endMs())
                        .put("text", turn.text()));
        return json;
    }

    private static JsonNode truth(MonthCall call, MonthJudge judge) {
        MonthTruth truth = call.truth();
        return JSON.createObjectNode()
                .put("id", call.id())
                .put("arrivesAt", time(call.arrivesAt()))
                .put("kind", truth.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("issue", truth.issue())
                .put("reason", truth.reason())
                .put("ending", truth.ending().name().toLowerCase(Locale.ROOT))
                .put("repeats", truth.repeats())
                .put("cause", truth.cause())
                .put("department", truth.department())
                .put("told", truth.tells() != null)
                .put("crowded", truth.crowded())
                .set(JUDGED, JSON.valueToTree(judge.of(call)));
    }

    /**
     * What somebody says of the calls in a folder who never errs, by call.
     *
     * @throws IOException when the folder has no truth that can be read
     */
    public static Map<String, CallTruth> truths(Path folder) throws IOException {
        Map<String, CallTruth> truths = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve(TRUTH))) {
            JsonNode truth = JSON.readTree(line);
            if (truth.hasNonNull(JUDGED)) {
                truths.put(truth.path("id").asText(), JSON.treeToValue(truth.get(JUDGED), CallTruth.class));
            }
        }
        return truths;
    }
}
