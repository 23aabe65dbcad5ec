package io.callscope.analytics.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages behind a proxy with TLS. */
class ProxyIT {
    private static final String ORIGIN = "https://callscope.example.org";

    private final TestPages pages = TestPages.behind(ORIGIN).asNobody();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void theCookieIsSentOverTlsOnlyAndChangesComeFromThePublicAddress() throws Exception {
        // When
        HttpResponse<String> admitted = signIn(TestPages.password(Role.HEAD), "203.0.113.7", ORIGIN);
        HttpResponse<String> foreign = signIn(TestPages.password(Role.HEAD), "203.0.113.7", "https://evil.example");

        // Then
        assertThat(admitted.statusCode()).isEqualTo(303);
        assertThat(admitted.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-callscope=")
                .contains("Secure", "HttpOnly");
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void aGuesserBehindTheProxyStopsNobodyElse() throws Exception {
        // Given
        for (int i = 0; i < 100; i++) {
            guess("user" + i, "198.51.100.1, 203.0.113.66");
        }

        // When
        HttpResponse<String> guesser = guess("another", "203.0.113.66");
        HttpResponse<String> colleague = signIn(TestPages.password(Role.HEAD), "203.0.113.7", ORIGIN);

        // Then
        assertThat(guesser.statusCode()).isEqualTo(429);
        assertThat(colleague.statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> guess(String login, String forwardedFor) throws Exception {
        return pages.post(
                "/login",
                List.of("login", login, "password", "a guess", "next", "/"),
                "Origin",
                ORIGIN,
                "X-Forwarded-For",
                forwardedFor);
    }

    private HttpResponse<String> signIn(String password, String forwardedFor, String origin) throws Exception {
        return pages.post(
                "/login",
                List.of("login", "head", "password", password, "next", "/"),
                "Origin",
                origin,
                "X-Forwarded-For",
                forwardedFor);
    }
}
