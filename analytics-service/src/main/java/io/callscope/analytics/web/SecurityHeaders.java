package io.callscope.analytics.web;

import io.javalin.config.RoutesConfig;

/** Headers on every answer. Pages hold personal data, so nothing is stored unless an asset says otherwise. */
final class SecurityHeaders {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void on(RoutesConfig routes) {
        routes.before(context -> context.header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store"));
    }
}
