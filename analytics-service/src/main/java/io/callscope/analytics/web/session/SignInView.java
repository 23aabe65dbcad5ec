package io.callscope.analytics.web.session;

import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page for signing in.
 *
 * @param next where to go then
 * @param login as it was typed
 * @param problem what is wrong, in words; null on the first visit
 * @param unsent the fields of a form that was sent without being signed in, to be sent after it; empty for none
 * @param nobodyYet whether there is no user at all
 */
public record SignInView(
        View view,
        String next,
        String login,
        @Nullable String problem,
        Map<String, List<String>> unsent,
        boolean nobodyYet) {}
