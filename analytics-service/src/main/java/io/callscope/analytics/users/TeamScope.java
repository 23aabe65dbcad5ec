package io.callscope.analytics.users;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose calls may be seen. A call whose team is not known is seen only by those who see every team. Immutable.
 *
 * @param everyTeam no call is hidden by its team
 * @param teams the teams whose calls are seen; without meaning when every team's are
 * @param closed ids of calls that lists leave out all the same, because whoever asks has yet to score them blind
 */
public record TeamScope(boolean everyTeam, Set<String> teams, Set<String> closed) {
    public TeamScope {
        teams = Set.copyOf(teams);
        closed = Set.copyOf(closed);
    }

    public TeamScope(boolean everyTeam, Set<String> teams) {
        this(everyTeam, teams, Set.of());
    }

    public static TeamScope all() {
        return new TeamScope(true, Set.of());
    }

    public static TeamScope of(Set<String> teams) {
        return new TeamScope(false, teams);
    }

    /** The same teams without these calls. */
    public TeamScope without(Set<String> calls) {
        return calls.equals(closed) ? this : new TeamScope(everyTeam, teams, calls);
    }

    /** Whether a call of this team may be seen. */
    public boolean includes(@Nullable String team) {
        return everyTeam || team != null && teams.contains(team);
    }
}
