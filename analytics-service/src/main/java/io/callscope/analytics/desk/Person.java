package io.callscope.analytics.desk;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.User;
import java.util.Objects;

/**
 * Who did something to a card, as it is kept: the name may change later or the user go. Immutable.
 *
 * @param login what he signs in with
 * @param name as it was then
 * @param leads whether he leads controllers, and so may release what others hold
 */
public record Person(String login, String name, boolean leads) {
    public Person {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
    }

    public static Person of(User user) {
        return new Person(user.login(), user.name(), user.role() == Role.SUPERVISOR);
    }

    boolean is(Person other) {
        return login.equals(other.login);
    }
}
