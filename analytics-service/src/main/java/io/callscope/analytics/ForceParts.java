package io.callscope.analytics;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.forces.ForceDayWorker;
import io.callscope.analytics.forces.JdbiForceDays;
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.importance.JdbiImportanceReports;
import io.callscope.analytics.requests.Competitors;
import io.callscope.analytics.requests.JdbiRequestReports;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.JdbiFigureStore;
import io.callscope.analytics.web.forces.ForceSources;
import io.callscope.kit.ops.Resources;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What the pages on the forces and on requests are made of. Stateless. */
final class ForceParts {
    private ForceParts() {}

    /**
     * Begins to count days; closing the parts ends it.
     *
     * @throws io.callscope.kit.config.ConfigException when the proposals for owners or the list of competitors cannot be used
     */
    static ForceSources start(
            Resources parts, AnalyticsConfig config, DataSource dataSource, Supplier<Codebook> codebook) {
        Actions actions;
        Competitors competitors;
        try {
            actions = Actions.load(config.configDir(), codebook.get());
            competitors = Competitors.load(config.configDir());
        } catch (InvalidConfigException e) {
            throw AnalyticsService.asConfigException(config.configDir(), e);
        }
        parts.add(new ForceDayWorker(new JdbiForceDays(dataSource, competitors), config.siteZone()))
                .start();
        JdbiForceReports reports = new JdbiForceReports(dataSource, codebook, actions);
        return new ForceSources(
                reports,
                new JdbiRequestReports(dataSource, codebook, competitors),
                new JdbiImportanceReports(dataSource, reports),
                new FigureImport(new JdbiFigureStore(dataSource), config.siteZone()));
    }
}
