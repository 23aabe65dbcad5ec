package io.callscope.standalone.command;

import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.manners.PoliteModel;
import io.callscope.kit.config.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which language model a bench asks. */
final class ModelOptions {
    @Option(
            names = "--url",
            required = true,
            description = "the endpoint, such as http://127.0.0.1:8000/v1, or file:/PATH/MODEL.gguf")
    private URI url = URI.create("http://127.0.0.1/v1");

    @Option(names = "--model", required = true, description = "the model's name there")
    private String model = "";

    @Option(names = "--key-file", paramLabel = "FILE", description = "holds the key; without it none is sent")
    private @Nullable Path keyFile;

    @Option(names = "--may-leave-site", description = "the endpoint may be outside of every private network")
    private boolean mayLeaveSite;

    @Option(names = "--timeout", defaultValue = "600", description = "seconds for one reply; default: ${DEFAULT-VALUE}")
    private int timeoutSeconds = 600;

    /**
     * The model, without limits of requests and tokens.
     *
     * @throws io.callscope.kit.config.ConfigException when it refuses the key or the name, or the file is no model
     */
    PoliteModel open(MeterRegistry meters) throws IOException, InterruptedException {
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
                LlmTaskSettings.defaults(),
                LlmBudget.none(),
                30,
                false);
        return LanguageModels.open(config, Purse.OPEN, meters, Clock.systemUTC());
    }
}
