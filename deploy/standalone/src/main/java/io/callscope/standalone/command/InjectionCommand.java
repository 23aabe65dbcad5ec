package io.callscope.standalone.command;

import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.kit.config.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope bench injection}: how a real language model takes what a caller says to it. */
@Command(
        name = "injection",
        mixinStandardHelpOptions = true,
        description = {
            "Say 52 spoken injections to a language model, each in a plain call, and count how many it withstands.",
            "The last line is one JSON object: passRate and more."
        })
final class InjectionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(names = "--url", required = true, description = "the endpoint, such as http://127.0.0.1:8000/v1")
    private URI url = URI.create("http://127.0.0.1/v1");

    @Option(names = "--model", required = true, description = "the model's name there")
    private String model = "";

    @Option(names = "--key-file", paramLabel = "FILE", description = "holds the key; without it none is sent")
    private @Nullable Path keyFile;

    @Option(names = "--may-leave-site", description = "the endpoint may be outside of every private network")
    private boolean mayLeaveSite;

    @Option(names = "--timeout", defaultValue = "600", description = "seconds for one reply; default: ${DEFAULT-VALUE}")
    private int timeoutSeconds = 600;

    InjectionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LlmConfig config = new LlmConfig(
                url,
                model,
                keyFile == null ? null : new Secret(Files.readString(keyFile).strip()),
                mayLeaveSite,
                Duration.ofSeconds(10),
                Duration.ofSeconds(timeoutSeconds),
                3,
                4,
                100_000,
                1_000_000_000,
                LlmTaskSettings.defaults());
        return new InjectionReport(spec.commandLine().getOut())
                .print(
                        LanguageModels.open(config, new SimpleMeterRegistry(), Clock.systemUTC()),
                        installation.layout(context).shippedConfig());
    }
}
