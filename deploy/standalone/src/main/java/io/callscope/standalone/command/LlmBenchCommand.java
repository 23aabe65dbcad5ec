package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.standalone.bench.LlmBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope bench llm}: whether an endpoint that takes so many requests at once is kept busy. */
@Command(
        name = "llm",
        mixinStandardHelpOptions = true,
        description = {
            "Send requests to a scripted endpoint of fixed latency on this machine, and say how well it is used.",
            "efficiency is ceil(requests / concurrency) * latency / measured. The last line is one JSON object."
        })
final class LlmBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--requests", defaultValue = "2000", description = "default: ${DEFAULT-VALUE}")
    private int requests = 2_000;

    @Option(names = "--concurrency", defaultValue = "32", description = "at once; default: ${DEFAULT-VALUE}")
    private int concurrency = 32;

    @Option(names = "--latency", defaultValue = "2000", description = "milliseconds; default: ${DEFAULT-VALUE}")
    private int latencyMs = 2_000;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (requests < 1 || concurrency < 1 || latencyMs < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--requests %d, --concurrency %d, --latency %d: expected 1 or more"
                            .formatted(requests, concurrency, latencyMs));
        }
        LlmBench.Result result = new LlmBench(concurrency, Duration.ofMillis(latencyMs)).run(requests);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d requests in %.1f s, at best %.1f s; %d answered, at most %d at once%n",
                requests,
                result.seconds(),
                result.bestSeconds(),
                result.answered(),
                result.mostAtOnce());
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("efficiency", Math.round(1_000 * result.efficiency()) / 1_000.0);
        json.put("requests", requests);
        json.put("answered", result.answered());
        json.put("mostAtOnce", result.mostAtOnce());
        out.println(new ObjectMapper().writeValueAsString(json));
        out.flush();
        return result.answered() == requests ? 0 : 1;
    }
}
