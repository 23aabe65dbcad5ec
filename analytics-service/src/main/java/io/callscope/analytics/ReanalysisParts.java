package io.callscope.analytics;

import io.callscope.analytics.accuracy.learn.Learning;
import io.callscope.analytics.accuracy.read.JdbiLearning;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.desk.CardRules;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.desk.JdbiCardMaker;
import io.callscope.analytics.desk.NewWork;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.evaluation.JdbiEvaluationMaker;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.live.RulebookFiles;
import io.callscope.analytics.live.RulebookReader;
import io.callscope.analytics.llm.AskingJudge;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.budget.Prices;
import io.callscope.analytics.llm.cache.CachedModel;
import io.callscope.analytics.reanalyze.JdbiReanalyses;
import io.callscope.analytics.reanalyze.Reanalyzer;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiStoredCalls;
import io.callscope.analytics.store.Renewals;
import io.callscope.analytics.store.StoredCalls;
import io.callscope.kit.ops.Resources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a reanalysis outside of the service works with, put together as the service does it.
 *
 * @param calls that are heard again
 * @param rulebook that they are heard with
 * @param model the language model's part; null when none is configured
 * @param renewals puts analyses in force
 * @param log where it is noted
 * @param learning what people say of calls, by the codes of that rulebook
 * @param threads calls that are judged at once
 */
public record ReanalysisParts(
        StoredCalls calls,
        Rulebook rulebook,
        @Nullable Model model,
        Renewals renewals,
        JdbiReanalyses log,
        Learning learning,
        int threads) {
    /**
     * A judge that asks a language model.
     *
     * @param isKept whether the answer to a question is kept already
     */
    public record Model(String id, AskingJudge judge, Predicate<Question> isKept, Prices prices) {}

    /**
     * @param configDir folder with the changed codebook, flag rules and prompts
     * @param work what may become of calls that nobody has on a card
     * @param closing takes over the closing of the language model
     * @throws IllegalArgumentException naming every problem of the folder
     * @throws io.callscope.kit.config.ConfigException when the language model refuses its key
     */
    public static ReanalysisParts open(
            AnalyticsConfig config, Path configDir, DataSource dataSource, NewWork work, Clock clock, Resources closing)
            throws InterruptedException {
        LlmConfig llm = config.llm();
        CachedModel model = llm == null
                ? null
                : cached(ModelParts.open(config, llm, dataSource, new SimpleMeterRegistry(), clock), closing);
        RulebookReader reader = new RulebookReader(
                config.evidence(),
                config.talk(),
                llm == null || model == null ? RulebookReader.WithModel.NONE : LlmJudges.with(model, llm.calls()));
        Rulebook rulebook;
        QueueSettings queue;
        try {
            rulebook = reader.read(new RulebookFiles(configDir));
            queue = QueueSettings.load(config.configDir());
        } catch (InvalidConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        CardRules cards = CardRules.always(rulebook.flags(), Issues.of(rulebook.codebook()));
        return new ReanalysisParts(
                new JdbiStoredCalls(dataSource),
                rulebook,
                modelOf(model, rulebook, llm == null ? LlmBudget.none() : llm.budget())
                        .orElse(null),
                new JdbiCallRepository(
                        dataSource,
                        AnalysisListener.all(
                                new JdbiCardMaker(cards, queue, new Term(config.siteZone()), work),
                                PromiseParts.maker(config),
                                new JdbiEvaluationMaker(rulebook::scorecards))),
                new JdbiReanalyses(dataSource),
                new JdbiLearning(dataSource, config.siteZone(), rulebook::scorecards, rulebook::codebook),
                llm == null ? config.workers() : Math.min(64, llm.concurrency()));
    }

    private static CachedModel cached(ModelParts parts, Resources closing) {
        closing.add(parts.model());
        return parts.cached();
    }

    private static Optional<Model> modelOf(@Nullable CachedModel model, Rulebook rulebook, LlmBudget budget) {
        return model != null && rulebook.judge() instanceof AskingJudge asking
                ? Optional.of(new Model(model.id(), asking, model::knows, Prices.of(budget)))
                : Optional.empty();
    }

    /** Close it. */
    public Reanalyzer reanalyzer(Clock clock) {
        return new Reanalyzer(calls, rulebook, threads, clock);
    }
}
