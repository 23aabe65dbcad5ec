package io.callscope.analytics.web.session;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that holds the token: not readable by scripts, not sent by other sites' forms, over TLS only where there is
 * TLS. It ends with the browser; the server ends it earlier. Immutable.
 *
 * @param secure whether the pages are reached over TLS
 */
public record SessionCookie(boolean secure) {
    private static final int UNTIL_THE_BROWSER_ENDS = -1;

    private String name() {
        // the prefix makes browsers refuse the cookie from anything but this very host over TLS
        return secure ? "__Host-callscope" : "callscope";
    }

    @Nullable
    String token(Context context) {
        return context.cookie(name());
    }

    void set(Context context, String token) {
        context.cookie(cookie(token, UNTIL_THE_BROWSER_ENDS));
    }

    void drop(Context context) {
        context.cookie(cookie("", 0));
    }

    private Cookie cookie(String token, int maxAgeSeconds) {
        return new Cookie(name(), token, "/", maxAgeSeconds, secure, true, null, SameSite.LAX);
    }
}
