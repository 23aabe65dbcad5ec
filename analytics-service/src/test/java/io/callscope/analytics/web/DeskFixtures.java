package io.callscope.analytics.web;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.desk.JdbiCardMaker;
import io.callscope.analytics.desk.JdbiCards;
import io.callscope.analytics.desk.JdbiFalseMarks;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.parties.PartySwaps;
import io.callscope.analytics.pipeline.AnalyticsMeters;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.pipeline.PartySwapper;
import io.callscope.analytics.pipeline.SwapPublisher;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiSwapOutbox;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.analytics.web.desk.DeskSources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneId;

/** The desk with the shipped codebook and rules. */
public final class DeskFixtures {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final FlagRules RULES = FlagRules.load(ConfigDir.shipped(), CODEBOOK);
    /** Reading the patterns and learning from the examples takes a second: once is enough. */
    private static final AnalyzeStep ANALYZE =
            new AnalyzeStep(new RulesClassifier(CODEBOOK), RULES, CODEBOOK.hash(), TalkSettings.defaults());

    private static final QueueSettings SETTINGS = QueueSettings.usual();
    private static final Term TERM = new Term(ZoneId.of("Europe/Moscow"));

    private DeskFixtures() {}

    /** Calls whose flags become cards. */
    public static JdbiCallRepository calls(AnalyticsDatabase database) {
        return new JdbiCallRepository(
                database.dataSource(), new JdbiCardMaker(RULES, Issues.of(CODEBOOK), SETTINGS, TERM));
    }

    /** Swaps as the service makes them; what they would publish goes nowhere. */
    public static PartySwaps swaps(AnalyticsDatabase database, Clock clock) {
        return new PartySwapper(
                () -> ANALYZE,
                calls(database),
                new SwapPublisher(new JdbiSwapOutbox(database.dataSource()), (topic, callId, event) -> {}, clock),
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
