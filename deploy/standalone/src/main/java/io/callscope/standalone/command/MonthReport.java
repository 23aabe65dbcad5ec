package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.month.Half;
import io.callscope.standalone.month.MonthBench;
import io.callscope.standalone.month.MonthBenchResult;
import io.callscope.standalone.month.MonthEvents;
import io.callscope.standalone.month.MonthPromises;
import io.callscope.statistics.BinaryCounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Measures the simulated month, one half of its sentences after the other, and says which bars are met. */
final class MonthReport {
    static final double PRECISION = 0.95;
    static final double RECALL = 0.9;
    static final double MACRO_F1 = 0.7;
    static final double FCR_POINTS = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path configDir;
    private final PrintWriter out;

    MonthReport(Path configDir, PrintWriter out) {
        this.configDir = configDir;
        this.out = out;
    }

    /** Prints; the last line is one JSON object. Returns 0 when the held-out half meets every bar, else 1. */
    int print(long seed, int calls) throws IOException {
        Codebook codebook = CodebookLoader.load(configDir);
        Path folder = Files.createTempDirectory("callscope-bench");
        ObjectNode json = JSON.createObjectNode();
        boolean met = false;
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 4))) {
            MonthBench bench = new MonthBench(
                    database.dataSource(), codebook, FlagRules.load(configDir, codebook), MonthEvents.of(configDir));
            for (Half half : List.of(Half.TUNED, Half.HELD_OUT)) {
                MonthBenchResult result = bench.run(
                        seed,
                        calls,
                        half,
                        report -> EventJson.mapper().valueToTree(report).toString());
                print(result);
                json.set(name(half), json(result));
                met = meetsBars(result);
            }
        } finally {
            BenchFolders.delete(folder);
        }
        json.put("met", met);
        out.println(JSON.writeValueAsString(json));
        out.flush();
        return met ? 0 : 1;
    }

    static boolean meetsBars(MonthBenchResult result) {
        return result.links().precision().orElse(0) >= PRECISION
                && result.links().recall().orElse(0) >= RECALL
                && result.causesMacroF1() >= MACRO_F1
                && result.fcrErrorPoints() <= FCR_POINTS
                && result.sameInAnyOrder();
    }

    private static String name(Half half) {
        return half == Half.HELD_OUT ? "heldOut" : "tuned";
    }

    private void print(MonthBenchResult result) {
        BinaryCounts links = result.links();
        out.printf(
                "%d calls of the half of sentences that %s%n",
                result.calls(),
                result.half() == Half.HELD_OUT ? "is held out, though of the same hand" : "patterns are tuned on");
        out.printf(Locale.ROOT, "  contact reasons right %.3f%n", result.reasonsRight());
        out.printf(
                Locale.ROOT,
                "  links precision %.3f (bar %.2f), recall %.3f (bar %.2f) of %d true%n",
                links.precision().orElse(Double.NaN),
                PRECISION,
                links.recall().orElse(Double.NaN),
                RECALL,
                links.support());
        new TreeMap<>(result.causes())
                .forEach((cause, counts) -> out.printf(
                        Locale.ROOT,
                        "    %-26s F1 %.2f, precision %.2f, recall %.2f of %d%n",
                        cause,
                        counts.f1().orElse(0),
                        counts.precision().orElse(Double.NaN),
                        counts.recall().orElse(Double.NaN),
                        counts.support()));
        out.printf(
                Locale.ROOT,
                "  causes macro-F1 %.3f over those with %d cases or more (bar %.1f)%n",
                result.causesMacroF1(),
                MonthBenchResult.LEAST_CASES,
                MACRO_F1);
        out.printf(
                Locale.ROOT,
                "  FCR reported %.4f, true %.4f: %.2f points apart (bar %.0f)%n",
                result.fcr(),
                result.trueFcr(),
                result.fcrErrorPoints(),
                FCR_POINTS);
        MonthPromises promises = result.promises();
        out.printf(
                Locale.ROOT,
                "  promises heard: precision %.3f, recall %.3f of %d calls that end with one; a term is read in %.3f of those heard%n",
                promises.made().precision().orElse(Double.NaN),
                promises.made().recall().orElse(Double.NaN),
                promises.made().support(),
                promises.termedShare());
        BinaryCounts calledBack = promises.calledBack();
        out.printf(
                Locale.ROOT,
                "  promises called back: precision %.3f, recall %.3f of %d true ones among %d%n",
                calledBack.precision().orElse(Double.NaN),
                calledBack.recall().orElse(Double.NaN),
                calledBack.support(),
                calledBack.total());
        out.printf(
                "  %d reports the same in any order: %s%n", result.reports(), result.sameInAnyOrder() ? "yes" : "no");
    }

    private static ObjectNode json(MonthBenchResult result) {
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", result.calls());
        json.put("reasonsRight", thousandths(result.reasonsRight()));
        json.put("precision", thousandths(result.links().precision().orElse(Double.NaN)));
        json.put("recall", thousandths(result.links().recall().orElse(Double.NaN)));
        json.put("causesMacroF1", thousandths(result.causesMacroF1()));
        json.put("fcr", thousandths(result.fcr()));
        json.put("trueFcr", thousandths(result.trueFcr()));
        json.put("fcrErrorPoints", thousandths(result.fcrErrorPoints()));
        MonthPromises promises = result.promises();
        json.put("promisesHeard", thousandths(promises.made().recall().orElse(Double.NaN)));
        json.put("promisesPrecision", thousandths(promises.made().precision().orElse(Double.NaN)));
        json.put("promisesTermed", thousandths(promises.termedShare()));
        json.put(
                "promisesCalledBack", thousandths(promises.calledBack().recall().orElse(Double.NaN)));
        json.put("sameInAnyOrder", result.sameInAnyOrder());
        return json;
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
