package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.standalone.bench.ImportanceBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope bench importance}: whether what matters is found in surveys whose truth is known. */
@Command(
        name = "importance",
        mixinStandardHelpOptions = true,
        description = {
            "Make up surveys in which barriers lower the answers by known amounts, and study each.",
            "Exit code 1 when the true three most important barriers are in order, or intervals cover the truth,",
            "in fewer than 90 of 100 cases. The last line is one JSON object."
        })
final class ImportanceBenchCommand implements Callable<Integer> {
    private static final double EXPECTED = 0.9;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--repetitions", defaultValue = "200", description = "surveys; default: ${DEFAULT-VALUE}")
    private int repetitions = 200;

    @Option(names = "--answers", defaultValue = "2000", description = "in each; default: ${DEFAULT-VALUE}")
    private int answers = 2_000;

    @Option(names = "--resamples", defaultValue = "500", description = "for each; default: ${DEFAULT-VALUE}")
    private int resamples = 500;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        if (repetitions < 1 || answers < 500 || resamples < 100) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--repetitions %d --answers %d --resamples %d: expected from 1, from 500, from 100"
                            .formatted(repetitions, answers, resamples));
        }
        ImportanceBench.Result result = new ImportanceBench(repetitions, answers, resamples, seed).run();
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("repetitions", result.repetitions());
        json.put("answers", result.answers());
        out.printf(
                Locale.ROOT,
                "%d surveys of %d answers; barriers explain %.3f of the variance%n",
                result.repetitions(),
                result.answers(),
                result.explained());
        out.printf("%-16s %10s %10s %10s%n", "barrier", "true share", "found", "covered");
        ObjectNode barriers = json.putObject("barriers");
        for (ImportanceBench.Line line : result.lines()) {
            double covered = line.covered() / (double) result.repetitions();
            out.printf(Locale.ROOT, "%-16s %10.3f %10.3f %10.3f%n", line.name(), line.truth(), line.mean(), covered);
            barriers.putObject(line.name())
                    .put("truth", thousandths(line.truth()))
                    .put("found", thousandths(line.mean()))
                    .put("covered", thousandths(covered));
        }
        boolean sound = result.orderShare() >= EXPECTED && result.coverage() >= EXPECTED;
        out.printf(
                Locale.ROOT,
                "the true three in order: %.3f; intervals that cover the truth: %.3f, of the worst barrier %.3f%n",
                result.orderShare(),
                result.coverage(),
                result.worstCoverage());
        json.put("inOrder", thousandths(result.orderShare()));
        json.put("covered", thousandths(result.coverage()));
        json.put("worstCovered", thousandths(result.worstCoverage()));
        json.put("passed", sound);
        out.println(new ObjectMapper().writeValueAsString(json));
        out.flush();
        return sound ? 0 : 1;
    }

    private static double thousandths(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
