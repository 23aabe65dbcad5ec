package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.standalone.bench.DecisionBench;
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

/** {@code callscope bench decision}: what the rule of trust decides about machines whose true figures are known. */
@Command(
        name = "decision",
        mixinStandardHelpOptions = true,
        description = {
            "Draw reviews of machines whose true figures are known, and count how often each is automated.",
            "Each figure stands beside the one the rule was published with; exit code 1 when they differ by more than",
            "chance. The last line is one JSON object."
        })
final class DecisionBenchCommand implements Callable<Integer> {
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
        DecisionBench bench = new DecisionBench(repetitions, seed);
        List<DecisionBench.Cell> cells = bench.run();
        List<DecisionBench.Cell> differing = bench.differing(cells);
        PrintWriter out = spec.commandLine().getOut();
        out.println("percent of samples with the decision: measured (as published)");
        out.printf(Locale.ROOT, "%-34s %-8s", "machine", "decision");
        DecisionBench.SIZES.forEach(n -> out.printf(Locale.ROOT, " %15s", "n = " + n));
        out.println();
        ObjectNode json = new ObjectMapper().createObjectNode();
        for (DecisionBench.Machine machine : DecisionBench.MACHINES) {
            out.printf(
                    Locale.ROOT,
                    "%-34s %-8s",
                    machine.name(),
                    machine.decision().name().toLowerCase(Locale.ROOT));
            ObjectNode shares = json.putObject(machine.name());
            for (DecisionBench.Cell cell : cells) {
                if (cell.machine().equals(machine)) {
                    out.printf(Locale.ROOT, " %6.1f (%6.1f)", cell.share(), cell.printed());
                    out.print(differing.contains(cell) ? "!" : " ");
                    shares.put(String.valueOf(cell.n()), Math.round(10 * cell.share()) / 10.0);
                }
            }
            out.println();
        }
        json.put("repetitions", repetitions);
        json.put("differing", differing.size());
        out.println(new ObjectMapper().writeValueAsString(json));
        out.flush();
        return differing.isEmpty() ? 0 : 1;
    }
}
