package io.callscope.analytics.llm;

import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.endpoint.Endpoint;
import io.callscope.analytics.llm.endpoint.EndpointException;
import io.callscope.analytics.llm.endpoint.OpenAiEndpoint;
import io.callscope.analytics.llm.gguf.GgufEndpoint;
import io.callscope.analytics.llm.manners.PoliteModel;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigException.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the configured language model. Stateless. */
public final class LanguageModels {
    private static final Logger LOGGER = LoggerFactory.getLogger(LanguageModels.class);

    private LanguageModels() {}

    /**
     * The model, treated with manners. An endpoint that does not answer now is no objection: calls wait for it.
     *
     * @param purse pays for every request but the tiny one at the start
     * @throws ConfigException when the endpoint answers and refuses the key or the model, with its own words; when a
     *     file is none that llama.cpp takes
     * @throws InterruptedException when the service stops
     */
    public static PoliteModel open(LlmConfig config, Purse purse, MeterRegistry meters, Clock clock)
            throws InterruptedException {
        return new PoliteModel(config.isFile() ? loaded(config) : probed(config, clock), config, purse, meters);
    }

    private static Endpoint loaded(LlmConfig config) {
        try {
            return new GgufEndpoint(
                    config.model(), Path.of(config.baseUrl()), config.calls().contextTokens(), config.timeout());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw refused("baseUrl " + e.getMessage());
        }
    }

    private static Endpoint probed(LlmConfig config, Clock clock) throws InterruptedException {
        OpenAiEndpoint endpoint = new OpenAiEndpoint(config, clock);
        try {
            endpoint.probe();
        } catch (EndpointException e) {
            if (e.kind() == EndpointException.Kind.NOT_CONFIGURED) {
                throw refused("%s at %s: %s".formatted(config.model(), config.baseUrl(), e.getMessage()));
            }
            LOGGER.atWarn()
                    .addKeyValue("model", config.model())
                    .addKeyValue("error", e.getMessage())
                    .log("language model does not answer yet");
        }
        return endpoint;
    }

    private static ConfigException refused(String why) {
        return new ConfigException("language model", List.of(new Problem("llm", why)));
    }
}
