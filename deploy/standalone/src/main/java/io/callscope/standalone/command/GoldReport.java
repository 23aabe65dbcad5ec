package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.gold.GoldScore;
import io.callscope.model.analysis.Force;
import io.callscope.statistics.BinaryCounts;
import java.io.PrintWriter;
import java.util.OptionalDouble;

/** Prints how a classifier did on labelled calls, for people and as JSON. */
final class GoldReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    GoldReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints the table.
     *
     * @param codes whether every code has a line
     * @return the same figures; what cannot be estimated is null and never 0
     */
    ObjectNode print(GoldScore score, boolean codes) {
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", score.calls());
        out.printf("%-34s %9s %9s %9s %9s%n", "force", "precision", "recall", "F1", "support");
        ObjectNode forces = json.putObject("forces");
        for (Force force : Force.values()) {
            BinaryCounts counts = score.forces().getOrDefault(force, BinaryCounts.EMPTY);
            print(force.id(), counts);
            put(forces.putObject(force.id()), counts);
        }
        if (codes) {
            score.barrierCodes().forEach(this::print);
            score.driverCodes().forEach((code, counts) -> print("+ " + code, counts));
            score.signals().forEach((id, counts) -> print("signal " + id, counts));
        }
        print("all, micro", score.micro());
        print("repeat said", score.repeat());
        out.printf(
                "causes %d of %d, resolution %d of %d, contact reason %d of %d%n",
                score.causeHits(),
                score.causes(),
                score.resolutionHits(),
                score.calls(),
                score.reasonHits(),
                score.reasons());
        put(json.putObject("repeatSaid"), score.repeat());
        put(json, "microF1", score.micro().f1());
        return json;
    }

    private void print(String name, BinaryCounts counts) {
        out.printf(
                "%-34s %9s %9s %9s %9d%n",
                name, shown(counts.precision()), shown(counts.recall()), shown(counts.f1()), counts.support());
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? "%.3f".formatted(value.getAsDouble()) : "-";
    }

    private static void put(ObjectNode node, BinaryCounts counts) {
        put(node, "precision", counts.precision());
        put(node, "recall", counts.recall());
        put(node, "f1", counts.f1());
        node.put("support", counts.support());
    }

    private static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, Math.round(value.getAsDouble() * 10_000) / 10_000.0);
        } else {
            node.putNull(name);
        }
    }
}
