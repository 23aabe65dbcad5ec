package io.callscope.analytics.web;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.read.JdbiAccuracyReports;
import io.callscope.analytics.accuracy.read.JdbiLearning;
import io.callscope.analytics.accuracy.read.JdbiReviewedItems;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.CardRules;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.desk.JdbiCardMaker;
import io.callscope.analytics.desk.JdbiCards;
import io.callscope.analytics.desk.JdbiFalseMarks;
import io.callscope.analytics.desk.JdbiLateReasons;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.evaluation.JdbiEvaluationMaker;
import io.callscope.analytics.evaluation.JdbiEvaluations;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.pipeline.AnalyticsMeters;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.pipeline.OutboxPublisher;
import io.callscope.analytics.pipeline.PartySwapper;
import io.callscope.analytics.promises.JdbiPromiseFlags;
import io.callscope.analytics.promises.JdbiPromiseMaker;
import io.callscope.analytics.promises.JdbiPromises;
import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.reanalyze.Change;
import io.callscope.analytics.reanalyze.Difference;
import io.callscope.analytics.reanalyze.Example;
import io.callscope.analytics.reanalyze.JdbiReanalyses;
import io.callscope.analytics.reanalyze.Move;
import io.callscope.analytics.reanalyze.ReanalysisLog.Order;
import io.callscope.analytics.review.JdbiReviews;
import io.callscope.analytics.review.JdbiSamplePlans;
import io.callscope.analytics.review.PlanMaker;
import io.callscope.analytics.review.QaSettings;
import io.callscope.analytics.review.appeals.AppealSettings;
import io.callscope.analytics.review.appeals.JdbiAppeals;
import io.callscope.analytics.review.calibration.CalibrationSources;
import io.callscope.analytics.review.calibration.JdbiCalibrationSeats;
import io.callscope.analytics.review.calibration.ReviewsAndSessions;
import io.callscope.analytics.review.imports.JdbiImportedReviews;
import io.callscope.analytics.review.pairs.JdbiPairReviews;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.JdbiAnalysisOutbox;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiEarlierAnalyses;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.web.accuracy.AccuracySources;
import io.callscope.analytics.web.change.ChangeSources;
import io.callscope.analytics.web.desk.DeskSources;
import io.callscope.analytics.web.promises.PromiseSources;
import io.callscope.analytics.web.review.ReviewSources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The desk with the shipped codebook and rules. */
public final class DeskFixtures {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final Scorecards SCORECARDS = Scorecards.load(ConfigDir.shipped(), CODEBOOK);
    private static final FlagRules RULES = FlagRules.load(ConfigDir.shipped(), CODEBOOK);
    /** Reading the patterns and learning from the examples takes a second: once is enough. */
    private static final AnalyzeStep ANALYZE =
            new AnalyzeStep(new RulesClassifier(CODEBOOK), RULES, CODEBOOK.hash(), TalkSettings.defaults());

    private static final QueueSettings SETTINGS = QueueSettings.usual();
    private static final Term TERM = new Term(ZoneId.of("Europe/Moscow"));

    private static final PromiseSettings PROMISES = PromiseSettings.defaults();

    private static final Instant AT = Instant.parse("2026-10-12T09:00:00Z");
    private static final ConfigStatus CONFIG = new ConfigStatus(
            "0123456789ab",
            AT,
            new ConfigStatus.Refusal(
                    AT.plusSeconds(60), List.of("flags.yaml: flags[0].any[0].signal: expected a signal"), 3));

    private DeskFixtures() {}

    /** Promises as the service follows them by default. */
    public static PromiseSources promises(AnalyticsDatabase database) {
        return new PromiseSources(new JdbiPromises(database.dataSource(), PROMISES, TERM.zone()), PROMISES);
    }

    /** Flags of overdue promises by the shipped rules. */
    public static JdbiPromiseFlags promiseFlags(AnalyticsDatabase database, Clock clock) {
        CardRules.Set rules = new CardRules.Set(RULES, Issues.of(CODEBOOK));
        return new JdbiPromiseFlags(
                database.dataSource(), PROMISES, () -> rules, new JdbiLateReasons(SETTINGS, TERM), clock);
    }

    /** Calls whose flags become cards. */
    public static JdbiCallRepository calls(AnalyticsDatabase database) {
        return new JdbiCallRepository(
                database.dataSource(),
                AnalysisListener.all(
                        new JdbiCardMaker(RULES, Issues.of(CODEBOOK), SETTINGS, TERM),
                        new JdbiPromiseMaker(PROMISES, PROMISES.hours(TERM.zone(), Set.of())),
                        new JdbiEvaluationMaker(() -> SCORECARDS)));
    }

    /** Plans and reviews by the shipped scorecards. */
    public static ReviewSources reviews(AnalyticsDatabase database, Clock clock) {
        return new ReviewSources(
                new JdbiEvaluations(database.dataSource()),
                new JdbiSamplePlans(database.dataSource()),
                new ReviewsAndSessions(
                        new JdbiReviews(database.dataSource()), new JdbiCalibrationSeats(database.dataSource())),
                new JdbiImportedReviews(database.dataSource(), TERM.zone()),
                new JdbiAppeals(database.dataSource(), AppealSettings.defaults(), TERM.zone(), clock, () -> SCORECARDS),
                CalibrationSources.over(
                        database.dataSource(), new JdbiUserStore(database.dataSource()), TERM.zone(), clock),
                new JdbiPairReviews(database.dataSource(), () -> 7),
                PlanMaker.over(
                        database.dataSource(),
                        new JdbiUserStore(database.dataSource()),
                        QaSettings.defaults(),
                        TERM.zone(),
                        clock),
                () -> SCORECARDS,
                () -> CODEBOOK,
                seat -> {});
    }

    /** What the accuracy page reads, by the shipped scorecards. */
    public static AccuracySources accuracy(AnalyticsDatabase database) {
        return new AccuracySources(
                new JdbiAccuracyReports(
                        database.dataSource(),
                        AccuracySettings.defaults(),
                        ZoneId.of("Europe/Moscow"),
                        () -> SCORECARDS,
                        () -> CODEBOOK),
                new JdbiReviewedItems(
                        database.dataSource(), ZoneId.of("Europe/Moscow"), () -> SCORECARDS, () -> CODEBOOK),
                new JdbiLearning(database.dataSource(), ZoneId.of("Europe/Moscow"), () -> SCORECARDS, () -> CODEBOOK),
                () -> SCORECARDS);
    }

    /** Learned only when a test tries words: that takes seconds. */
    private static final class LearnedRules {
        static final RulesClassifier SHIPPED = new RulesClassifier(CODEBOOK);
    }

    /** A configuration in force beside one that was refused, and what the database holds of reanalyses. */
    public static ChangeSources changes(AnalyticsDatabase database) {
        return new ChangeSources(
                () -> CONFIG,
                () -> LearnedRules.SHIPPED,
                new JdbiReanalyses(database.dataSource()),
                new JdbiEarlierAnalyses(database.dataSource()));
    }

    /** A dry run that found something of every kind, with examples in the seeded calls. */
    static void seedReanalysis(AnalyticsDatabase database) {
        List<Example> examples = List.of(new Example("call-0", 4_000), new Example("call-1", 0));
        Difference difference = new Difference(
                120,
                3,
                14,
                1,
                List.of(new Change("certainty.no-deadline", 20, 7, 2, examples, List.of())),
                List.of(new Change("churn-intent", 4, 0, 1, List.of(), examples)),
                List.of(new Change("churn-risk", 4, 3, 0, examples, List.of())),
                List.of(new Move("order-status", "refund", 2, examples)),
                List.of(new Move("unknown", "resolved", 1, examples)),
                List.of(new Move("judged", "not-enough-evidence", 1, examples)));
        new JdbiReanalyses(database.dataSource())
                .compared(new Order("0123456789ab", AT, AT.plusSeconds(86_400), "command-line/anna"), difference, AT);
    }

    /** Swaps as the service makes them; what they would publish goes nowhere. */
    public static PartySwaps swaps(AnalyticsDatabase database, Clock clock) {
        return new PartySwapper(
                () -> ANALYZE,
                calls(database),
                new OutboxPublisher(
                        "swaps",
                        JdbiAnalysisOutbox.ofSwaps(database.dataSource()),
                        (topic, callId, event) -> {},
                        clock),
                new AnalyticsMeters(new SimpleMeterRegistry()),
                clock);
    }

    public static DeskSources sources(AnalyticsDatabase database) {
        return new DeskSources(
                new JdbiCards(database.dataSource(), SETTINGS, TERM),
                new JdbiFalseMarks(database.dataSource(), SETTINGS, TERM),
                new JdbiRuleStudy(database.dataSource()),
                RULES,
                CODEBOOK.departments().stream().map(DepartmentDefinition::id).toList());
    }
}
