package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.gold.GoldCall;
import io.callscope.analytics.gold.GoldFile;
import io.callscope.analytics.gold.GoldScore;
import io.callscope.analytics.gold.JudgeOnGold;
import io.callscope.analytics.llm.HybridJudge;
import io.callscope.analytics.llm.LlmClassifier;
import io.callscope.analytics.llm.LlmMeter;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.manners.PoliteModel;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope bench classify}: the rules, and a language model beside them, on labelled calls. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Score the rules against labelled calls; with --url and --model, score them again with that model.",
            "The last line is one JSON object; with a model its figures, and the rules' F1 as rulesMicroF1."
        })
final class ClassifyCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(names = "--gold", required = true, paramLabel = "FILE", description = "JSON lines, one call each")
    private Path gold = Path.of("");

    @Option(names = "--codes", description = "also print every code")
    private boolean codes;

    @Option(names = "--misses", description = "also print what differs, call by call")
    private boolean misses;

    @ArgGroup(exclusive = false, heading = "A language model beside the rules:%n")
    private @Nullable ModelOptions model;

    ClassifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(gold)) {
            throw new ParameterException(spec.commandLine(), "%s: no such file".formatted(gold));
        }
        Path config = installation.layout(context).shippedConfig();
        Codebook codebook = CodebookLoader.load(config);
        List<GoldCall> calls = GoldFile.read(gold, codebook);
        RulesClassifier rules = new RulesClassifier(codebook);
        ObjectNode json = report(GoldScore.of(calls, rules));
        if (model != null) {
            json = withModel(model, calls, rules, codebook, config).set("rulesMicroF1", json.get("microF1"));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(JSON.writeValueAsString(json));
        out.flush();
        return 0;
    }

    private ObjectNode report(GoldScore score) {
        PrintWriter out = spec.commandLine().getOut();
        if (misses) {
            score.misses().forEach(out::println);
        }
        ObjectNode json = new GoldReport(out).print(score, codes);
        out.flush();
        return json;
    }

    private ObjectNode withModel(
            ModelOptions options, List<GoldCall> calls, RulesClassifier rules, Codebook codebook, Path config)
            throws IOException, InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (PoliteModel open = options.open(meters)) {
            LlmTaskSettings settings = LlmTaskSettings.defaults();
            LlmClassifier classifier =
                    new LlmClassifier(open, codebook, PromptLoader.load(config), settings, Nonces.random());
            JudgeOnGold judge = new JudgeOnGold(new HybridJudge(rules, classifier, codebook, settings));
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%nwith %s:%n", open.id());
            long begin = System.nanoTime();
            ObjectNode json = report(GoldScore.of(calls, judge));
            double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1_000.0;
            out.printf(
                    "%s answered about %d of %d calls, not about %s; of %d places that it named, %d were found%n",
                    open.id(), judge.answered(), calls.size(), judge.unanswered(), judge.claimed(), judge.located());
            out.printf(
                    "%.0f tokens in, %.0f out, %.1f s a call%n",
                    tokens(meters, "input"), tokens(meters, "output"), seconds / calls.size());
            json.put("model", open.id());
            json.put("answered", judge.answered());
            judge.unanswered()
                    .forEach((why, count) -> json.withObject("/unanswered").put(why.id(), count));
            json.put("claimed", judge.claimed());
            json.put("located", judge.located());
            json.put("inputTokens", Math.round(tokens(meters, "input")));
            json.put("outputTokens", Math.round(tokens(meters, "output")));
            json.put("secondsPerCall", Math.round(10 * seconds / calls.size()) / 10.0);
            return json;
        }
    }

    private static double tokens(SimpleMeterRegistry meters, String kind) {
        return meters.find(LlmMeter.TOKENS.spec().name()).tag("kind", kind).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
