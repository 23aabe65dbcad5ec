package io.callscope.standalone.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.callscope.model.analysis.Force;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The last line that the demo prints.
 *
 * @param sent demo calls given to the ingest service
 * @param transcribed those with a transcript, recognised or imported
 * @param analyzed those that came to the end of the way
 * @param failed those that are listed as failed, with a reason
 * @param flagged those that a rule put before a supervisor
 * @param forces barriers found, by force; forces that were found nowhere have 0
 * @param month calls of the simulated month, which no other figure but the next counts
 * @param decisions items of the accuracy report, which is of simulated reviews of the month, by how far the machine is
 *     trusted with them
 * @param f1 micro-F1 against the ground truth, 0..1, by part of the demo
 * @param seconds from the launcher's start, after the build, to this line
 * @param maxPssMiB peak of the memory of all processes
 */
@JsonPropertyOrder({
    "sent",
    "transcribed",
    "analyzed",
    "failed",
    "flagged",
    "forces",
    "month",
    "decisions",
    "f1",
    "seconds",
    "maxPssMiB"
})
public record DemoReport(
        int sent,
        int transcribed,
        int analyzed,
        int failed,
        int flagged,
        Map<String, Integer> forces,
        DemoMonth.Result month,
        Map<String, Integer> decisions,
        Map<String, Double> f1,
        long seconds,
        long maxPssMiB) {
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    public DemoReport {
        forces = Collections.unmodifiableMap(new LinkedHashMap<>(forces));
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        f1 = Collections.unmodifiableMap(new LinkedHashMap<>(f1));
    }

    /**
     * Counts.
     *
     * @param calls by call id, as the analytics service shows them
     * @param decisions items of the accuracy report by decision
     */
    static DemoReport count(
            int sent,
            Map<String, JsonNode> calls,
            DemoMonth.Result month,
            Map<String, Integer> decisions,
            Map<String, Double> f1,
            long seconds,
            long maxPssMiB) {
        return new DemoReport(
                sent,
                count(calls, call -> call.path("transcript").isObject()),
                count(calls, call -> CallStates.state(call).equals("analyzed")),
                count(calls, call -> CallStates.state(call).equals("failed")),
                count(calls, call -> !call.at("/analysis/flags").isEmpty()),
                barriersByForce(calls),
                month,
                decisions,
                f1,
                seconds,
                maxPssMiB);
    }

    private static int count(Map<String, JsonNode> calls, Predicate<JsonNode> wanted) {
        return (int) calls.values().stream().filter(wanted).count();
    }

    private static Map<String, Integer> barriersByForce(Map<String, JsonNode> calls) {
        Map<String, Integer> barriers = new LinkedHashMap<>();
        for (Force force : Force.values()) {
            barriers.put(force.id(), 0);
        }
        for (JsonNode call : calls.values()) {
            for (JsonNode mark : call.path("analysis").path("marks")) {
                if (mark.path("polarity").asText("").equals("barrier")) {
                    barriers.merge(mark.path("force").asText("unknown"), 1, Integer::sum);
                }
            }
        }
        return barriers;
    }

    /** Whether every call came through. */
    @JsonIgnore
    public boolean isComplete() {
        return sent > 0 && sent == transcribed && sent == analyzed && failed == 0 && month.isComplete();
    }

    /** One line of JSON. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written as JSON", e);
        }
    }
}
