package io.callscope.analytics.web.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before he had to sign in. Only ever a path of these pages. Stateless. */
public final class NextPage {
    private NextPage() {}

    /** The path, or the first page when what was given is none: an address elsewhere would lead a user astray. */
    static String of(@Nullable String given) {
        boolean local = given != null
                && given.startsWith("/")
                && !given.startsWith("//")
                && !given.startsWith("/\\")
                && given.chars().allMatch(c -> c > ' ' && c != 0x7F)
                && !given.startsWith("/login");
        return local ? java.util.Objects.requireNonNull(given) : "/";
    }

    /** The page for signing in that leads back here. */
    public static String signInFor(String path, @Nullable String query) {
        String wanted = query == null || query.isEmpty() ? path : path + "?" + query;
        return "/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
