package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.gold.GoldCall;
import io.callscope.analytics.gold.GoldFile;
import io.callscope.model.transcript.Transcript;
import io.callscope.standalone.bench.RulesBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope bench rules}: how fast calls are judged by rules, and stored. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "Judge calls of five minutes (650 words) by rules in one thread, then store them in a database of their own.",
            "The last line is one JSON object: judgedPerSecond, storedPerSecond."
        })
final class RulesBenchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--gold",
            required = true,
            paramLabel = "FILE",
            description = "JSON lines, one call each, all of one language; the calls are made of them")
    private Path gold = Path.of("");

    @Option(names = "--seconds", defaultValue = "20", description = "to judge; default: ${DEFAULT-VALUE}")
    private int seconds = 20;

    RulesBenchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds %d: expected 1 or more".formatted(seconds));
        }
        if (!Files.isRegularFile(gold)) {
            throw new ParameterException(spec.commandLine(), "%s: no such file".formatted(gold));
        }
        Path config = installation.layout(context).shippedConfig();
        Codebook codebook = CodebookLoader.load(config);
        List<Transcript> shorter = transcripts(codebook);
        Path folder = Files.createTempDirectory("callscope-bench");
        try {
            print(new RulesBench(codebook, config, shorter, Duration.ofSeconds(seconds)).run(folder));
        } finally {
            BenchFolders.delete(folder);
        }
        return 0;
    }

    private List<Transcript> transcripts(Codebook codebook) {
        List<Transcript> shorter =
                GoldFile.read(gold, codebook).stream().map(GoldCall::transcript).toList();
        if (shorter.stream().map(Transcript::language).distinct().count() != 1) {
            throw new ParameterException(spec.commandLine(), "%s: expected calls of one language".formatted(gold));
        }
        return shorter;
    }

    private void print(RulesBench.Result result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "calls of %.0f words with %.1f marks: %.0f a second judged by rules in one thread, %.0f a second stored%n",
                result.words(),
                result.marks(),
                result.judged(),
                result.stored());
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("judgedPerSecond", Math.round(result.judged()));
        json.put("storedPerSecond", Math.round(result.stored()));
        json.put("wordsPerCall", Math.round(result.words()));
        out.println(new ObjectMapper().writeValueAsString(json));
        out.flush();
    }
}
