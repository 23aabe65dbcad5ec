package io.callscope.analytics;

import io.callscope.analytics.accuracy.alarm.AlarmPublisher;
import io.callscope.analytics.accuracy.alarm.JdbiAlarms;
import io.callscope.analytics.accuracy.input.InputWeekWorker;
import io.callscope.analytics.accuracy.input.JdbiInputWeeks;
import io.callscope.analytics.accuracy.read.JdbiAccuracyReports;
import io.callscope.analytics.accuracy.read.JdbiLearning;
import io.callscope.analytics.accuracy.read.JdbiReviewedItems;
import io.callscope.analytics.accuracy.report.AccuracyReports;
import io.callscope.analytics.accuracy.report.KeptReviewedItems;
import io.callscope.analytics.accuracy.watch.AccuracyWatch;
import io.callscope.analytics.audit.JdbiAuditLog;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.comments.JdbiComments;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.JdbiCardMaker;
import io.callscope.analytics.desk.JdbiCards;
import io.callscope.analytics.desk.JdbiFalseMarks;
import io.callscope.analytics.desk.JdbiLateReasons;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.evaluation.JdbiEvaluationMaker;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.live.ConfigWatch;
import io.callscope.analytics.live.LiveCardRules;
import io.callscope.analytics.live.LiveRulebook;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.live.RulebookFiles;
import io.callscope.analytics.live.RulebookReader;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.budget.JdbiCosts;
import io.callscope.analytics.llm.parked.JdbiParkedCalls;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.overview.JdbiFailedCalls;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.pipeline.AnalyticsHandler;
import io.callscope.analytics.pipeline.AnalyticsMeters;
import io.callscope.analytics.pipeline.Assessor;
import io.callscope.analytics.pipeline.OutboxPublisher;
import io.callscope.analytics.pipeline.ParkedCallResumer;
import io.callscope.analytics.pipeline.PartySwapper;
import io.callscope.analytics.reanalyze.JdbiReanalyses;
import io.callscope.analytics.repeats.JdbiRepeatChains;
import io.callscope.analytics.repeats.RepeatLinkWorker;
import io.callscope.analytics.review.JdbiReviewOutbox;
import io.callscope.analytics.review.ReviewPublisher;
import io.callscope.analytics.search.JdbiCallSearch;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.store.JdbiAnalysisOutbox;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiEarlierAnalyses;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.views.JdbiSavedViews;
import io.callscope.analytics.web.Site;
import io.callscope.analytics.web.WebServer;
import io.callscope.analytics.web.WebSources;
import io.callscope.analytics.web.accuracy.AccuracySources;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.change.ChangeSources;
import io.callscope.analytics.web.desk.DeskSources;
import io.callscope.analytics.web.model.ModelSources;
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
import io.callscope.kit.topic.Topics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
        QueueSettings queue = queueSettings(config.configDir());
        // what cannot be used is said before anything is waited for
        requireUsable(config.configDir());
        Term term = new Term(config.siteZone());
        new TopicSetup(config.kafka()).ensure();
        PrometheusMeterRegistry registry = MeterRegistries.prometheus(STAGE);
        parts.add(registry::close);
        AnalyticsDatabase database = parts.add(AnalyticsDatabase.open(config.database()));
        Producer<String, byte[]> producer = parts.add(Producers.durable(config.kafka(), PRODUCER_BUFFER));
        KafkaEventPublisher events = new KafkaEventPublisher(producer);
        AnalyticsMeters meters = new AnalyticsMeters(registry);
        Map<String, Supplier<Health>> health = new HashMap<>();
        LlmConfig llm = config.llm();
        RulebookReader.WithModel withModel = RulebookReader.WithModel.NONE;
        ParkedCalls parked = ParkedCalls.NONE;
        ModelParts model = null;
        if (llm != null) {
            model = ModelParts.open(config, llm, database.dataSource(), registry, clock);
            health.put("language-model", parts.add(model.model())::health);
            withModel = LlmJudges.with(model.cached(), llm.calls());
            parked = new JdbiParkedCalls(database.dataSource(), clock);
        }
        LiveRulebook rulebook = rulebook(config, withModel, clock);
        CallRepository calls = new JdbiCallRepository(
                database.dataSource(),
                AnalysisListener.all(
                        new JdbiCardMaker(new LiveCardRules(rulebook), queue, term),
                        PromiseParts.maker(config),
                        new JdbiEvaluationMaker(() -> rulebook.get().scorecards())));
        Supplier<Assessor> assessors = () -> {
            Rulebook inForce = rulebook.get();
            return new Assessor(inForce.step(), inForce.judge());
        };
        AnalyticsHandler handler = new AnalyticsHandler(assessors, parked, calls, events, meters, clock);
        if (model != null && llm != null) {
            ParkedCallResumer resumer =
                    new ParkedCallResumer(assessors, parked, model.answers(), calls, events, meters, clock);
            model.start(parts, config, llm, database.dataSource(), resumer, parked, registry, clock);
            SameIssueParts.start(parts, config, llm, model.cached(), database.dataSource(), calls, rulebook, clock);
        }
        OutboxPublisher swapped = parts.add(
                new OutboxPublisher("swaps", JdbiAnalysisOutbox.ofSwaps(database.dataSource()), events, clock));
        swapped.start(Duration.ofSeconds(1), Duration.ofSeconds(30));
        parts.add(new OutboxPublisher("renewals", JdbiAnalysisOutbox.ofRenewals(database.dataSource()), events, clock))
                .start(Duration.ofSeconds(5), Duration.ofSeconds(5));
        parts.add(new ReviewPublisher(new JdbiReviewOutbox(database.dataSource()), events, clock))
                .start(Duration.ofSeconds(5), Duration.ofSeconds(5));
        parts.add(ReviewParts.renewal(
                        database.dataSource(), () -> rulebook.get().scorecards(), clock))
                .start(Duration.ofSeconds(30), Duration.ofSeconds(30));
        AccuracyReports accuracy = new JdbiAccuracyReports(
                database.dataSource(),
                config.accuracy(),
                config.siteZone(),
                () -> rulebook.get().scorecards(),
                () -> rulebook.get().codebook());
        JdbiAlarms alarms = new JdbiAlarms(database.dataSource());
        parts.add(new AccuracyWatch(accuracy, alarms, registry, clock)).start();
        parts.add(new AlarmPublisher(alarms, alarm -> events.publish(Topics.ALARMS, alarm.subject(), alarm), clock))
                .start(Duration.ofSeconds(15), Duration.ofSeconds(15));
        parts.add(new InputWeekWorker(new JdbiInputWeeks(database.dataSource(), config.siteZone()), clock))
                .start();
        LiveRepeats repeats = new LiveRepeats(
                database.dataSource(), config.repeats(), () -> rulebook.get().codebook());
        parts.add(new RepeatLinkWorker(repeats::links)).start();
        repeats.counted(parts, config.siteZone(), clock);
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
        AudioCache audio = new AudioCache(
                PinParts.start(parts, config, database.dataSource(), calls, registry, clock),
                config.workDir(),
                config.audioCacheSize());
        JdbiAuditLog audit = new JdbiAuditLog(database.dataSource(), clock);
        JdbiRuleStudy study = new JdbiRuleStudy(database.dataSource());
        Supplier<FlagRules> flagRules = () -> rulebook.get().flags();
        this.web = parts.add(WebServer.start(
                config.http(),
                new Site(
                        config.siteZone(),
                        config.crmLinkTemplate(),
                        config.kafka().audioRetentionDays(),
                        config.playUntranscribed(),
                        config.publicUrl(),
                        config.signIn(),
                        llm != null),
                new WebSources(
                        calls,
                        new JdbiCallSearch(database.dataSource()),
                        new JdbiOverviews(database.dataSource()),
                        new JdbiFailedCalls(database.dataSource()),
                        study,
                        new JdbiSavedViews(database.dataSource(), clock),
                        audio,
                        new JdbiComments(database.dataSource()),
                        new ConfiguredLabels(() -> rulebook.get().codebook(), flagRules),
                        lag,
                        new JdbiUserStore(database.dataSource()),
                        audit,
                        audit,
                        new DeskSources(
                                new JdbiCards(database.dataSource(), queue, term),
                                new JdbiFalseMarks(database.dataSource(), queue, term),
                                study,
                                flagRules,
                                () -> departments(rulebook.get())),
                        repeats,
                        new JdbiRepeatChains(database.dataSource()),
                        new AccuracySources(
                                accuracy,
                                new KeptReviewedItems(
                                        new JdbiReviewedItems(
                                                database.dataSource(),
                                                config.siteZone(),
                                                () -> rulebook.get().scorecards(),
                                                () -> rulebook.get().codebook()),
                                        clock),
                                new JdbiLearning(
                                        database.dataSource(),
                                        config.siteZone(),
                                        () -> rulebook.get().scorecards(),
                                        () -> rulebook.get().codebook()),
                                () -> rulebook.get().scorecards()),
                        new PartySwapper(() -> rulebook.get().step(), calls, swapped, meters, clock),
                        new ModelSources(
                                new JdbiParkedList(database.dataSource(), clock),
                                new JdbiCosts(database.dataSource(), config.siteZone()),
                                llm == null ? LlmBudget.none() : llm.budget()),
                        new ChangeSources(
                                rulebook::status,
                                () -> rulebook.get().explainer(),
                                new JdbiReanalyses(database.dataSource()),
                                new JdbiEarlierAnalyses(database.dataSource())),
                        ReviewParts.of(config, database.dataSource(), rulebook::get, meters, clock),
                        ForceParts.start(
                                parts,
                                config,
                                database.dataSource(),
                                () -> rulebook.get().codebook()),
                        PromiseParts.start(
                                parts,
                                config,
                                database.dataSource(),
                                rulebook::get,
                                new JdbiLateReasons(queue, term),
                                registry,
                                clock))));
        ConfigWatch watch = parts.add(new ConfigWatch(rulebook, registry));
        watch.start(config.reloadEvery());
        health.put("consumer", loop::health);
        health.put("configuration", () -> health(rulebook.status()));
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

    private static void requireUsable(Path configDir) {
        try {
            FlagRules.load(configDir);
        } catch (InvalidConfigException e) {
            throw asConfigException(configDir, e);
        }
    }

    private static LiveRulebook rulebook(AnalyticsConfig config, RulebookReader.WithModel model, Clock clock) {
        try {
            return new LiveRulebook(
                    new RulebookFiles(config.configDir()),
                    new RulebookReader(config.evidence(), config.talk(), model),
                    clock);
        } catch (InvalidConfigException e) {
            throw asConfigException(config.configDir(), e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("analytics", List.of(new Problem("llm.calls", String.valueOf(e.getMessage()))));
        }
    }

    private static List<String> departments(Rulebook rulebook) {
        return rulebook.codebook().departments().stream()
                .map(DepartmentDefinition::id)
                .toList();
    }

    /** A refused change is no reason to take calls from the service: it is up, and says what it runs with. */
    private static Health health(ConfigStatus status) {
        ConfigStatus.Refusal refusal = status.refusal();
        String inForce = "version %s since %s".formatted(status.version(), status.since());
        return new Health(
                true,
                refusal == null
                        ? inForce
                        : "%s; what lies in the folder was refused at %s, %d problems, the first: %s"
                                .formatted(
                                        inForce,
                                        refusal.at(),
                                        refusal.count(),
                                        refusal.problems().get(0)));
    }

    private static QueueSettings queueSettings(Path configDir) {
        try {
            return QueueSettings.load(configDir);
        } catch (InvalidConfigException e) {
            throw asConfigException(configDir, e);
        }
    }

    static ConfigException asConfigException(Path configDir, InvalidConfigException invalid) {
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
