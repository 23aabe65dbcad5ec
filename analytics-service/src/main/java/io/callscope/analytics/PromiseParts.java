package io.callscope.analytics;

import io.callscope.analytics.desk.CardRules;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.desk.JdbiLateReasons;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.promises.JdbiPromiseFlags;
import io.callscope.analytics.promises.JdbiPromiseMaker;
import io.callscope.analytics.promises.JdbiPromises;
import io.callscope.analytics.promises.JdbiRenewedPromises;
import io.callscope.analytics.promises.PromiseMeters;
import io.callscope.analytics.promises.PromiseRenewal;
import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.promises.PromiseWatch;
import io.callscope.analytics.promises.terms.SiteHours;
import io.callscope.analytics.store.JdbiStoredCalls;
import io.callscope.analytics.web.promises.PromiseSources;
import io.callscope.kit.ops.Resources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Promises put together. Stateless. */
final class PromiseParts {
    private PromiseParts() {}

    /** Keeps the promises of every analysis that is stored. */
    static JdbiPromiseMaker maker(AnalyticsConfig config) {
        return new JdbiPromiseMaker(config.promises(), hours(config));
    }

    private static SiteHours hours(AnalyticsConfig config) {
        return config.promises().hours(config.siteZone(), config.qa().appeals().daysOff());
    }

    /** Begins to flag overdue promises, and to read those of stored calls; closing the parts ends it. */
    static PromiseSources start(
            Resources parts,
            AnalyticsConfig config,
            DataSource dataSource,
            Supplier<Rulebook> rulebook,
            JdbiLateReasons reasons,
            MeterRegistry registry,
            Clock clock) {
        PromiseSettings settings = config.promises();
        Supplier<CardRules.Set> inForce = () -> {
            Rulebook now = rulebook.get();
            return new CardRules.Set(now.flags(), Issues.of(now.codebook()));
        };
        parts.add(new PromiseWatch(
                        new JdbiPromiseFlags(dataSource, settings, inForce, reasons, clock),
                        new PromiseMeters(registry)))
                .start();
        parts.add(new PromiseRenewal(
                        new JdbiStoredCalls(dataSource),
                        new JdbiRenewedPromises(dataSource, maker(config)),
                        settings,
                        clock))
                .start(Duration.ofSeconds(30), Duration.ofSeconds(30));
        return new PromiseSources(new JdbiPromises(dataSource, settings, config.siteZone()), settings);
    }
}
