package io.callscope.analytics.web;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.importance.JdbiImportanceReports;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.JdbiFigureStore;
import io.callscope.analytics.web.forces.ForceSources;
import java.time.ZoneId;

/** What tests' pages on the forces are made of: the shipped codebook and its proposals. */
final class ForceFixtures {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    private ForceFixtures() {}

    static ForceSources sources(AnalyticsDatabase database) {
        JdbiForceReports reports = new JdbiForceReports(
                database.dataSource(), () -> CODEBOOK, Actions.load(ConfigDir.shipped(), CODEBOOK));
        return new ForceSources(
                reports,
                new JdbiImportanceReports(database.dataSource(), reports),
                new FigureImport(new JdbiFigureStore(database.dataSource()), ZoneId.of("Europe/Moscow")));
    }
}
