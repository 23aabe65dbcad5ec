package io.callscope.standalone.access;

import io.callscope.analytics.users.Account;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One user of each role for the demo. Stateless. */
public final class DemoUsers {
    /** The demo itself asks how far its calls are, and reads them to count what was found. */
    public static final User PROGRAM = new User("callscope-demo", "callscope demo", Role.HEAD, TeamScope.all());

    private static final List<User> PEOPLE = List.of(
            new User("controller", "Ольга Контролёр", Role.CONTROLLER, TeamScope.of(Set.of("Север", "North"))),
            new User("supervisor", "Сергей Супервизор", Role.SUPERVISOR, TeamScope.all()),
            new User("head", "Елена Руководитель", Role.HEAD, TeamScope.all()),
            new User("ops", "Олег Эксплуатация", Role.OPS, TeamScope.all()));

    private DemoUsers() {}

    /** A user that was just added. */
    public record NewUser(User user, String password) {}

    /** Adds those that are not there yet; only their passwords are known, and only here. */
    public static List<NewUser> addMissing(UserAccess access) {
        Set<String> known = access.accounts().list().stream()
                .map(Account::user)
                .map(User::login)
                .collect(Collectors.toSet());
        List<NewUser> added = new ArrayList<>();
        for (User user : PEOPLE) {
            if (!known.contains(user.login())) {
                String password = access.passwords().generated();
                access.accounts().add(user, password, UserAccess.whoIsAtTheTerminal());
                added.add(new NewUser(user, password));
            }
        }
        return added;
    }
}
