package io.callscope.analytics;

import io.callscope.analytics.llm.LanguageModels;
import io.callscope.analytics.llm.LlmConfig;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.budget.LedgerPurse;
import io.callscope.analytics.llm.cache.AnswerCache;
import io.callscope.analytics.llm.cache.CachedModel;
import io.callscope.analytics.llm.cache.JdbiAnswerCache;
import io.callscope.analytics.llm.manners.PoliteModel;
import io.callscope.analytics.llm.parked.JdbiParkedQueue;
import io.callscope.analytics.pipeline.ModelUpkeep;
import io.callscope.analytics.pipeline.ParkedCallResumer;
import io.callscope.analytics.pipeline.ParkedCallTimer;
import io.callscope.kit.ops.Resources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The language model put together: the cache around the manners around the endpoint, every request paid out of one purse.
 *
 * @param model for its health
 * @param cached what is asked
 * @param answers that are kept
 * @param purse for what others left in its book
 */
record ModelParts(PoliteModel model, CachedModel cached, AnswerCache answers, LedgerPurse purse) {
    /** A request may wait so long besides its own limits of time. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    /**
     * @throws io.callscope.kit.config.ConfigException when the endpoint refuses the key or the model
     * @throws InterruptedException when the service stops
     */
    static ModelParts open(
            AnalyticsConfig config, LlmConfig llm, DataSource dataSource, MeterRegistry meters, Clock clock)
            throws InterruptedException {
        Duration longest = llm.timeout().plus(llm.connectTimeout()).plus(SLACK);
        LedgerPurse purse = LedgerPurse.of(dataSource, llm.budget(), config.siteZone(), longest, meters, clock);
        PoliteModel model = LanguageModels.open(llm, purse, meters, clock);
        AnswerCache answers = new JdbiAnswerCache(dataSource);
        return new ModelParts(model, new CachedModel(model, answers, purse), answers, purse);
    }

    /** Begins to take up parked calls, and to keep the book in order; both end with the parts. */
    void start(
            Resources parts,
            AnalyticsConfig config,
            LlmConfig llm,
            DataSource dataSource,
            ParkedCallResumer resumer,
            ParkedCalls parked,
            MeterRegistry meters,
            Clock clock) {
        JdbiParkedQueue queue = new JdbiParkedQueue(dataSource, clock);
        parts.add(new ModelUpkeep(purse, queue, meters)).start();
        parts.add(new ParkedCallTimer(resumer, queue, parked, config.siteZone(), llm.resumePerMinute(), clock))
                .start();
    }
}
