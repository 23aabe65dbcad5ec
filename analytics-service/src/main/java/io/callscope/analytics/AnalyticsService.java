package io.callscope.analytics;

import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.comments.JdbiComments;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.desk.JdbiCardMaker;
import io.callscope.analytics.desk.JdbiCards;
import io.callscope.analytics.desk.JdbiFalseMarks;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.llm.CallJudge;
import io.callscope.analytics.llm.HybridJudge;
import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmClassifier;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.cache.CachedModel;
import io.callscope.analytics.llm.cache.JdbiAnswerCache;
import io.callscope.analytics.llm.manners.PoliteModel;
import io.callscope.analytics.llm.parked.JdbiParkedCalls;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.pipeline.AnalyticsHandler;
import io.callscope.analytics.pipeline.AnalyticsMeters;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.pipeline.PartySwapper;
import io.callscope.analytics.pipeline.SwapPublisher;
import io.callscope.analytics.repeats.JdbiRepeatChains;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinkWorker;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiSwapOutbox;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.views.JdbiSavedViews;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.WebServer;
import io.callscope.analytics.web.WebSources;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.desk.DeskSources;
import io.callscope.kit.audio.KafkaRecordingSource;
import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigException.Problem;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.consume.ConsumeMeters;
import io.callscope.kit.consume.ConsumerLoop;
import io.callscope.kit.consume.ConsumerOptions;
import io.callscope.kit.consume.DeadLetters;
import io.callscope.kit.meter.MeterRegistries;
import io.callscope.kit.ops.Health;
import io.callscope.kit.ops.OpsServer;
import io.callscope.kit.ops.Resources;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.GroupLag;
import io.callscope.kit.topic.Groups;
import io.callscope.kit.topic.TopicSetup;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** analytics-service put together: the consumer loop and the pages in front, rules and PostgreSQL behind. */
public final class AnalyticsService implements AutoCloseable {
    private static final String STAGE = "analytics";
    private static final DataSize PRODUCER_BUFFER = DataSize.ofMiB(8);

    private final Resources parts;
    private final WebServer web;

    private AnalyticsService(AnalyticsConfig config, Clock clock, Resources parts) throws InterruptedException {
        this.parts = parts;
        Codebook codebook = codebook(config.configDir());
        FlagRules flagRules = flagRules(config.configDir(), codebook);
        QueueSettings queue = queueSettings(config.configDir());
        Term term = new Term(config.siteZone());
        new TopicSetup(config.kafka()).ensure();
        PrometheusMeterRegistry registry = MeterRegistries.prometheus(STAGE);
        parts.add(registry::close);
        AnalyticsDatabase database = parts.add(AnalyticsDatabase.open(config.database()));
        CallRepository calls = new JdbiCallRepository(
                database.dataSource(), new JdbiCardMaker(flagRules, Issues.of(codebook), queue, term));
        Producer<String, byte[]> producer = parts.add(Producers.durable(config.kafka(), PRODUCER_BUFFER));
        RulesClassifier rules = new RulesClassifier(codebook, config.evidence());
        AnalyzeStep analyze = new AnalyzeStep(rules, flagRules, codebook.hash(), config.talk());
        KafkaEventPublisher events = new KafkaEventPublisher(producer);
        AnalyticsMeters meters = new AnalyticsMeters(registry);
        Map<String, Supplier<Health>> health = new HashMap<>();
        AnalyticsHandler handler;
        LlmConfig llm = config.llm();
        if (llm == null) {
            handler = new AnalyticsHandler(analyze, calls, events, meters, clock);
        } else {
            PoliteModel model = parts.add(LanguageModels.open(llm, registry, clock));
            health.put("language-model", model::health);
            handler = new AnalyticsHandler(
                    analyze,
                    judge(
                            new CachedModel(model, new JdbiAnswerCache(database.dataSource())),
                            rules,
                            codebook,
                            config,
                            llm),
                    new JdbiParkedCalls(database.dataSource()),
                    calls,
                    events,
                    meters,
                    clock);
        }
        SwapPublisher swapped = parts.add(new SwapPublisher(new JdbiSwapOutbox(database.dataSource()), events, clock));
        swapped.start();
        RepeatLinkWorker repeats = parts.add(new RepeatLinkWorker(
                new JdbiRepeatLinks(
                        database.dataSource(),
                        RepeatLinker.byReason(config.repeats(), codebook),
                        config.repeats(),
                        codebook),
                RepeatLinker.rulesHash(config.repeats(), codebook)));
        repeats.start();
        ConsumerLoop loop = parts.add(new ConsumerLoop(
                config.kafka(),
                ConsumerOptions.of(Groups.ANALYTICS, STAGE, AnalyticsHandler.topics(), config.workers()),
                handler,
                new DeadLetters(producer),
                new ConsumeMeters(registry, AnalyticsHandler.topics()),
                clock));
        loop.start();
        LagMonitor lag = parts.add(new LagMonitor(new GroupLag(config.kafka())));
        lag.start();
        AudioCache audio =
                new AudioCache(new KafkaRecordingSource(config.kafka()), config.workDir(), config.audioCacheSize());
        JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), clock);
        JdbiRuleStudy study = new JdbiRuleStudy(database.dataSource());
        this.web = parts.add(WebServer.start(
                config.http(),
                new Site(
                        config.siteZone(),
                        config.crmLinkTemplate(),
                        config.kafka().audioRetentionDays(),
                        config.playUntranscribed(),
                        config.publicUrl(),
                        config.signIn()),
                new WebSources(
                        calls,
                        new JdbiCallSearch(database.dataSource()),
                        new JdbiOverviews(database.dataSource()),
                        new JdbiFailedCalls(database.dataSource()),
                        study,
                        new JdbiSavedViews(database.dataSource(), clock),
                        audio,
                        new JdbiComments(database.dataSource()),
                        new ConfiguredLabels(codebook, flagRules),
                        lag,
                        new JdbiUserStore(database.dataSource()),
                        audit,
                        audit,
                        new DeskSources(
                                new JdbiCards(database.dataSource(), queue, term),
                                new JdbiFalseMarks(database.dataSource(), queue, term),
                                study,
                                flagRules,
                                codebook.departments().stream()
                                        .map(DepartmentDefinition::id)
                                        .toList()),
                        new JdbiRepeatReports(database.dataSource(), config.repeats(), codebook),
                        new JdbiRepeatChains(database.dataSource()),
                        new PartySwapper(analyze, calls, swapped, meters, clock))));
        health.put("consumer", loop::health);
        parts.add(OpsServer.start(config.ops(), registry, health));
    }

    /**
     * Starts the service; close it to end it.
     *
     * @throws io.callscope.kit.config.ConfigException when the codebook or the flag rules cannot be used
     * @throws io.callscope.kit.failure.RetryableException when Kafka or the database does not answer
     */
    public static AnalyticsService start(AnalyticsConfig config, Clock clock) throws InterruptedException {
        Resources parts = new Resources();
        try {
            return new AnalyticsService(config, clock, parts);
        } catch (InterruptedException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static CallJudge judge(
            LanguageModel model, RulesClassifier rules, Codebook codebook, AnalyticsConfig config, LlmConfig llm) {
        try {
            LlmClassifier classifier = new LlmClassifier(
                    model, codebook, PromptLoader.load(config.configDir()), llm.calls(), Nonces.random());
            return new HybridJudge(rules, classifier, codebook, llm.calls());
        } catch (InvalidConfigException e) {
            throw asConfigException(config.configDir(), e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("analytics", List.of(new Problem("llm.calls", String.valueOf(e.getMessage()))));
        }
    }

    private static Codebook codebook(Path configDir) {
        try {
            return CodebookLoader.load(configDir);
        } catch (InvalidConfigException e) {
            throw asConfigException(configDir, e);
        }
    }

    private static FlagRules flagRules(Path configDir, Codebook codebook) {
        try {
            return FlagRules.load(configDir, codebook);
        } catch (InvalidConfigException e) {
            throw asConfigException(configDir, e);
        }
    }

    private static QueueSettings queueSettings(Path configDir) {
        try {
            return QueueSettings.load(configDir);
        } catch (InvalidConfigException e) {
            throw asConfigException(configDir, e);
        }
    }

    private static ConfigException asConfigException(Path configDir, InvalidConfigException invalid) {
        return new ConfigException(
                configDir.toString(),
                invalid.problems().stream()
                        .map(problem -> new Problem("", problem.toString()))
                        .toList());
    }

    /** The pages' port. */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        parts.close();
    }
}
