package io.callscope.analytics.store;

import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.users.TeamScope;

/** Which rows of {@code calls c} somebody may see. Stateless. */
public final class VisibleCalls {
    private VisibleCalls() {}

    /** Conditions that only the calls of the scope meet; add what else is asked for. */
    public static Conditions to(TeamScope scope) {
        Conditions conditions = ofTeams(scope);
        if (!scope.closed().isEmpty()) {
            conditions.add("NOT c.call_id = ANY(%s)", scope.closed().toArray(String[]::new));
        }
        return conditions;
    }

    /** The same for rows that count the calls of a team, {@code c} too: they tell nothing of a single call. */
    public static Conditions ofTeams(TeamScope scope) {
        Conditions conditions = new Conditions();
        return scope.everyTeam()
                ? conditions
                : conditions.add("c.team = ANY(%s)", scope.teams().toArray(String[]::new));
    }
}
