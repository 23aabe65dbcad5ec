package io.callscope.analytics.web;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.forces.JdbiForceReports;
import io.callscope.analytics.web.forces.ForceSources;

/** What tests' pages on the forces are made of: the shipped codebook and its proposals. */
final class ForceFixtures {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    private ForceFixtures() {}

    static ForceSources sources(AnalyticsDatabase database) {
        return new ForceSources(new JdbiForceReports(
                database.dataSource(), () -> CODEBOOK, Actions.load(ConfigDir.shipped(), CODEBOOK)));
    }
}
