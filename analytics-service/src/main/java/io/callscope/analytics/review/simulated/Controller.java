package io.callscope.analytics.review.simulated;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.util.List;

/**
 * Somebody who is no person. He cannot sign in: he is in no list of users.
 *
 * @param errs share of answers in which he errs, 0 to 1
 */
public record Controller(User user, double errs) {
    /** As careful as controllers are who agree on nine of ten criteria and more. */
    public static final List<Controller> USUAL =
            List.of(of("simulated-1", 0.01), of("simulated-2", 0.02), of("simulated-3", 0.03));

    public Controller {
        if (!(errs >= 0 && errs <= 1)) {
            throw new IllegalArgumentException("%s errs %s: expected 0 to 1".formatted(user.login(), errs));
        }
    }

    public static Controller of(String login, double errs) {
        return new Controller(new User(login, login, Role.CONTROLLER, TeamScope.all()), errs);
    }
}
