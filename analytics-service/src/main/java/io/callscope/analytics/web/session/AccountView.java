package io.callscope.analytics.web.session;

import io.callscope.analytics.users.User;
import io.callscope.analytics.web.page.View;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param problem what is wrong with the change of password, in words; null when nothing is
 */
public record AccountView(View view, User user, @Nullable String problem) {}
