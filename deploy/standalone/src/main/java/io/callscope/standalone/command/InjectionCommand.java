package io.callscope.standalone.command;

import io.callscope.analytics.llm.manners.PoliteModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ModelOptions model = new ModelOptions();

    InjectionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (PoliteModel open = model.open(new SimpleMeterRegistry())) {
            return new InjectionReport(spec.commandLine().getOut())
                    .print(open, installation.layout(context).shippedConfig());
        }
    }
}
