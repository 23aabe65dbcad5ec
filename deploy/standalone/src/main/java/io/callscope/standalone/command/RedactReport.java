package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.bench.redact.RedactBench;
import io.callscope.transcribe.bench.redact.RedactScore;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints how well personal data are found: a table, and the same as one JSON object. */
final class RedactReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("ru", "en");

    private final PrintWriter out;

    RedactReport(PrintWriter out) {
        this.out = out;
    }

    int print(long seed, boolean misses) throws IOException {
        RedactBench bench = new RedactBench(LANGUAGES, seed, (before, after) -> {
            if (misses) {
                out.println("- " + shown(before));
                out.println("+ " + shown(after));
            }
        });
        ObjectNode json = JSON.createObjectNode();
        json.put("seed", seed);
        json.put("calls", bench.calls());
        out.printf(
                "%-10s %-9s %6s %8s %8s %6s %10s%n",
                "language", "kind", "calls", "recall", "removed", "taken", "precision");
        for (RedactScore score : bench.scores()) {
            if (score.cases() > 0 || score.taken() > 0) {
                print(score);
                put(json.withObject("/" + score.language() + "/" + score.kind().id()), score);
            }
        }
        out.printf(
                "calls with seven digits or more in a row left: %d %s%n",
                bench.spared().size(), bench.spared());
        json.put("longDigitRunsLeft", bench.spared().size());
        out.println(JSON.writeValueAsString(json));
        out.flush();
        return 0;
    }

    private void print(RedactScore score) {
        out.printf(
                Locale.ROOT,
                "%-10s %-9s %6d %8.3f %8.3f %6d %10.3f%n",
                score.language(),
                score.kind().id(),
                score.cases(),
                score.recall(),
                score.removedShare(),
                score.taken(),
                score.precision());
    }

    private static void put(ObjectNode node, RedactScore score) {
        node.put("calls", score.cases());
        node.put("recall", thousandths(score.recall()));
        node.put("removed", thousandths(score.removedShare()));
        node.put("taken", score.taken());
        node.put("precision", thousandths(score.precision()));
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static String shown(Transcript call) {
        return call.utterances().stream()
                .map(utterance -> utterance.party().id() + ": " + utterance.text())
                .collect(Collectors.joining(" | "));
    }
}
