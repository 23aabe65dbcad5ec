package io.callscope.analytics.users;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls may be seen. A call whose team is not known is seen only by those who see every team. Immutable.
 *
 * @param everyTeam no call is hidden
 * @param teams the teams whose calls are seen; without meaning when every team's are
 */
public record TeamScope(boolean everyTeam, Set<String> teams) {
    public TeamScope {
        teams = Set.copyOf(teams);
    }

    public static TeamScope all() {
        return new TeamScope(true, Set.of());
    }

    public static TeamScope of(Set<String> teams) {
        return new TeamScope(false, teams);
    }

    /** Whether a call of this team may be seen. */
    public boolean includes(@Nullable String team) {
        return everyTeam || team != null && teams.contains(team);
    }
}
