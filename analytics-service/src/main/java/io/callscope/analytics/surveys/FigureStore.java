package io.callscope.analytics.surveys;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where imported figures are kept. Implementations are thread-safe. */
public interface FigureStore {
    /** Those of some calls that are not known. */
    Set<String> unknownCalls(Collection<String> calls);

    /**
     * Keeps rows; what is not said leaves what was known as it is.
     *
     * @param dryRun only says what would become of them
     */
    Kept keep(List<Figures> rows, boolean dryRun);

    /** What became of rows. */
    record Kept(int added, int changed, int unchanged) {}
}
