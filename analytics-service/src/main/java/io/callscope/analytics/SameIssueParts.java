package io.callscope.analytics;

import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.pair.SameIssueAsker;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.callscope.analytics.repeats.asked.JdbiPairQuestions;
import io.callscope.analytics.repeats.asked.SameIssueWorker;
import io.callscope.analytics.store.CallRepository;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigException.Problem;
import io.callscope.kit.ops.Resources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Has the language model say whether contacts are about the same issue. Not thread-safe: for the worker's one thread. */
final class SameIssueParts implements Supplier<SameIssueAsker> {
    /** Contacts that were there longer than this before the model came stay linked by reasons. */
    private static final Duration LOOK_BACK = Duration.ofDays(3);

    private final LanguageModel model;
    private final LlmConfig llm;
    private final Path configDir;
    private final Supplier<Rulebook> inForce;
    private final Nonces nonces = Nonces.random();
    private String known;
    private SameIssueAsker asker;

    private SameIssueParts(LanguageModel model, LlmConfig llm, Path configDir, Supplier<Rulebook> inForce) {
        this.model = model;
        this.llm = llm;
        this.configDir = configDir;
        this.inForce = inForce;
        this.known = inForce.get().digest();
        this.asker = read();
    }

    /**
     * Begins to ask; closing the parts ends it.
     *
     * @throws ConfigException when the prompts cannot be used, or leave no room for two calls
     */
    static void start(
            Resources parts,
            AnalyticsConfig config,
            LlmConfig llm,
            LanguageModel model,
            DataSource dataSource,
            CallRepository calls,
            Supplier<Rulebook> inForce,
            Clock clock) {
        if (!llm.sameIssue()) {
            return;
        }
        try {
            SameIssueParts asker = new SameIssueParts(model, llm, config.configDir(), inForce);
            JdbiPairQuestions questions =
                    new JdbiPairQuestions(dataSource, config.repeats().window(), LOOK_BACK, clock);
            parts.add(new SameIssueWorker(questions, calls, asker)).start();
        } catch (InvalidConfigException e) {
            throw AnalyticsService.asConfigException(config.configDir(), e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("analytics", List.of(new Problem("llm.calls", String.valueOf(e.getMessage()))));
        }
    }

    private SameIssueAsker read() {
        return new SameIssueAsker(model, PromptLoader.load(configDir), llm.calls(), nonces);
    }

    /** By the prompts that came with the rulebook in force; those before, where these cannot be used any more. */
    @Override
    public SameIssueAsker get() {
        String now = inForce.get().digest();
        if (!now.equals(known)) {
            known = now;
            try {
                asker = read();
            } catch (InvalidConfigException | IllegalArgumentException e) {
                // the folder has changed since; its watch says what is wrong with it
                return asker;
            }
        }
        return asker;
    }
}
