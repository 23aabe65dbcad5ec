package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.standalone.bench.accuracy.AccuracyBench;
import io.callscope.standalone.bench.accuracy.AccuracyBench.DecisionCell;
import io.callscope.standalone.bench.accuracy.AccuracyBench.ShareCell;
import io.callscope.standalone.bench.accuracy.CauseBench;
import io.callscope.standalone.bench.accuracy.CauseBench.CauseCell;
import io.callscope.standalone.bench.accuracy.DriftBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope bench accuracy}: the accuracy report on contact centers whose true figures are known. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = {
            "Simulate contact centers whose true figures are known, from calls over the sampling plan and blind reviews",
            "to the accuracy report, and count how often its intervals hold the truth and how often it trusts a machine",
            "it should not. Exit code 1 when a bar is missed. The last line is one JSON object."
        })
final class AccuracyBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--repetitions", defaultValue = "4000", description = "of each cell; default: ${DEFAULT-VALUE}")
    private int repetitions = 4_000;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        if (repetitions < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--repetitions %d: expected 1 or more".formatted(repetitions));
        }
        AccuracyBench bench = new AccuracyBench(repetitions, seed);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "corrected shares: percent of intervals that hold the share people would give all calls, at least %.1f%n",
                100 * AccuracyBench.LEAST_COVERAGE);
        out.printf(
                "%-28s %5s %9s %9s %9s %9s %11s%n", "center", "n", "holds", "of truth", "raw", "width", "people only");
        List<ShareCell> shares = bench.shares(cell -> {
            out.printf(
                    Locale.ROOT,
                    "%-28s %5d %8.1f%s %9.1f %9.1f %9.1f %11.1f%n",
                    cell.world(),
                    cell.n(),
                    100 * cell.coverage(),
                    cell.holds() ? " " : "!",
                    100 * cell.coverageOfTruth(),
                    100 * cell.rawCoverage(),
                    100 * cell.width(),
                    100 * cell.peopleOnly());
            out.flush();
        });
        List<CauseCell> causes = causes(out);
        out.printf(
                Locale.ROOT,
                "%ndecisions: percent trusted (as published); at a limit at most %.1f, passing every call never%n",
                100 * AccuracyBench.MOST_TRUSTED_WRONGLY);
        out.printf("%-36s %-16s %5s %9s%n", "machine", "counted", "n", "share");
        List<DecisionCell> decisions = bench.decisions(cell -> {
            out.printf(
                    Locale.ROOT,
                    "%-36s %-16s %5d %8.1f%s %s%n",
                    cell.world(),
                    cell.question().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    cell.n(),
                    100 * cell.share(),
                    cell.holds() ? " " : "!",
                    Double.isNaN(cell.printed()) ? "" : String.format(Locale.ROOT, "(%.1f)", cell.printed()));
            out.flush();
        });
        DriftBench.Steady steady = drift(out);
        long missed = shares.stream().filter(cell -> !cell.holds()).count()
                + causes.stream().filter(cell -> !cell.holds()).count()
                + decisions.stream().filter(cell -> !cell.holds()).count()
                + (steady.holds() ? 0 : 1);
        out.println(json(shares, causes, decisions, steady, missed));
        out.flush();
        return missed == 0 ? 0 : 1;
    }

    private List<CauseCell> causes(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%ncauses of repeats: the same of each cause by itself, the rarest at least %.1f%n",
                100 * AccuracyBench.LEAST_COVERAGE);
        out.printf("%-36s %5s %9s %9s %9s %9s %9s%n", "center", "n", "rarest", "mean", "raw", "width", "together");
        return new CauseBench(repetitions, seed).cells(cell -> {
            out.printf(
                    Locale.ROOT,
                    "%-36s %5d %8.1f%s %9.1f %9.1f %9.1f %9.1f%n",
                    cell.world(),
                    cell.n(),
                    100 * cell.worst(),
                    cell.holds() ? " " : "!",
                    100 * cell.mean(),
                    100 * cell.rawMean(),
                    100 * cell.width(),
                    cell.together());
            out.flush();
        });
    }

    private DriftBench.Steady drift(PrintWriter out) {
        DriftBench bench = new DriftBench(repetitions, seed);
        DriftBench.Steady steady = bench.steady();
        out.printf(
                Locale.ROOT,
                "%ndrift, where nothing drifts: %.2f %% of items held back within %d reviews, any of 20 in %.1f %% of years%s, at most %.1f%n",
                100 * steady.items(),
                DriftBench.YEAR,
                100 * steady.years(),
                steady.holds() ? "" : "!",
                100 * DriftBench.MOST_WRONG_YEARS);
        bench.risen()
                .forEach(risen -> out.printf(
                        Locale.ROOT,
                        "ten points above %.0f %% after %d reviews: half seen within %.0f reviews, %.1f %% within a year%n",
                        100 * risen.usual(),
                        risen.after(),
                        risen.median(),
                        100 * risen.seen()));
        out.flush();
        return steady;
    }

    private String json(
            List<ShareCell> shares,
            List<CauseCell> causes,
            List<DecisionCell> decisions,
            DriftBench.Steady steady,
            long missed)
            throws IOException {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("repetitions", repetitions);
        json.put("seed", seed);
        json.put(
                "leastCoverage",
                shares.stream().mapToDouble(ShareCell::coverage).min().orElse(0));
        json.put(
                "leastCoverageOfCauses",
                causes.stream().mapToDouble(CauseCell::worst).min().orElse(0));
        json.put("mostTrustedWrongly", most(decisions, AccuracyBench.Question.TRUSTED_WRONGLY));
        json.put("mostOfAlwaysPass", most(decisions, AccuracyBench.Question.NEVER));
        json.put("itemsHeldBackWrongly", steady.items());
        json.put("yearsWithAFalseAlarm", steady.years());
        json.put("missed", missed);
        return new ObjectMapper().writeValueAsString(json);
    }

    private static double most(List<DecisionCell> cells, AccuracyBench.Question question) {
        return cells.stream()
                .filter(cell -> cell.question() == question)
                .mapToDouble(DecisionCell::share)
                .max()
                .orElse(0);
    }
}
