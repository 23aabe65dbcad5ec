package io.callscope.analytics.web.desk;

import io.callscope.analytics.users.Account;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.User;
import io.callscope.analytics.users.UserStore;
import java.util.List;

/** Somebody whom a card can be handed to. */
public record Colleague(String login, String name) {
    /** Everybody who works the queue, but for one. */
    static List<Colleague> of(UserStore users, User but) {
        return users.accounts().stream()
                .filter(Account::enabled)
                .map(Account::user)
                .filter(user -> user.may(Permission.WORK_QUEUE) && !user.login().equals(but.login()))
                .map(user -> new Colleague(user.login(), user.name()))
                .toList();
    }
}
