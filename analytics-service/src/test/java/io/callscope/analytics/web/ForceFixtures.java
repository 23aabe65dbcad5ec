package io.callscope.analytics.web;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.importance.JdbiImportanceReports;
import io.callscope.analytics.requests.Competitors;
import io.callscope.analytics.requests.JdbiRequestReports;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.JdbiFigureStore;
import io.callscope.analytics.web.forces.ForceSources;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What tests' pages on the forces are made of: the shipped codebook and its proposals. */
public final class ForceFixtures {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    /** Whom these pages count by name. */
    public static final Competitors COMPETITORS = new Competitors(Map.of("Билайн", List.of("билайн", "пчела")));

    private ForceFixtures() {}

    static ForceSources sources(AnalyticsDatabase database) {
        JdbiForceReports reports = new JdbiForceReports(
                database.dataSource(), () -> CODEBOOK, Actions.load(ConfigDir.shipped(), CODEBOOK));
        return new ForceSources(
                reports,
                new JdbiRequestReports(database.dataSource(), () -> CODEBOOK, COMPETITORS),
                new JdbiImportanceReports(database.dataSource(), reports),
                new FigureImport(new JdbiFigureStore(database.dataSource()), ZoneId.of("Europe/Moscow")));
    }
}
