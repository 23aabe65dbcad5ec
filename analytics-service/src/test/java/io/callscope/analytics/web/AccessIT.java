package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route that is registered, without being signed in and with each role. */
class AccessIT {
    /** A route that somebody may open answers so without further parameters; those not named answer 200. */
    private static final Map<String, Integer> ALLOWED = Map.of(
            "POST /account/password", 422,
            "POST /logout", 303,
            "POST /calls/{id}/comments", 422,
            "POST /calls/{id}/comments/{number}/delete", 409);

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.seeded();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void everyRouteAnswersEachRoleAsTheTableSays() throws Exception {
        // Given
        List<String> differences = new ArrayList<>();
        int checked = 0;

        // When
        for (var route : pages.routes()) {
            if (route.path().startsWith("/assets/") || route.path().equals("/login")) {
                continue;
            }
            boolean api = route.path().startsWith("/api/");
            boolean reads = route.method().equals("GET");
            int withoutUser = api ? 401 : reads ? 303 : 401;
            String address = route.path().replace("{id}", "call-0").replace("{number}", "1");
            checked += compare(
                    differences,
                    "nobody",
                    route.method(),
                    address,
                    status(pages.asNobody(), route.method(), address),
                    withoutUser);
            for (Role role : Role.values()) {
                Permission needed = route.permission();
                boolean may = needed == null || role.may(needed);
                int expected = may ? ALLOWED.getOrDefault(route.method() + " " + route.path(), 200) : 403;
                checked += compare(
                        differences,
                        role.id(),
                        route.method(),
                        address,
                        status(pages.as(role), route.method(), address),
                        expected);
            }
        }

        // Then
        assertThat(differences).isEmpty();
        assertThat(checked).isGreaterThan(50);
    }

    private static int compare(
            List<String> differences, String who, String method, String address, int actual, int expected) {
        if (actual != expected) {
            differences.add("%s %s %s: %d, expected %d".formatted(who, method, address, actual, expected));
        }
        return 1;
    }

    private static int status(TestPages as, String method, String address) throws Exception {
        HttpResponse<String> response = method.equals("GET") ? as.get(address) : as.post(address);
        return response.statusCode();
    }

    @Test
    void aCallOfAnotherTeamIsNotThere() throws Exception {
        // Given
        String team = pages.as(Role.HEAD)
                .json("/api/calls/call-0")
                .at("/metadata/team")
                .asText();

        // When / Then
        for (String path :
                List.of("/calls/call-0", "/api/calls/call-0", "/api/calls/call-0/state", "/api/calls/call-0/audio")) {
            assertThat(pages.as(Role.SUPERVISOR, "another team").get(path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(pages.as(Role.SUPERVISOR)
                            .as(Role.SUPERVISOR, team)
                            .get(path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(pages.as(Role.SUPERVISOR, "another team")
                        .json("/api/calls")
                        .at("/total")
                        .asLong())
                .isZero();
        assertThat(pages.as(Role.SUPERVISOR, "another team")
                        .json("/api/failed")
                        .at("/total")
                        .asLong())
                .isZero();
    }

    @Test
    void changesFromOtherSitesAreRefused() throws Exception {
        // Given
        pages.as(Role.SUPERVISOR);
        String own = pages.uri("").toString();

        // When / Then
        assertThat(pages.post("/account/password", List.of()).statusCode()).isEqualTo(403);
        assertThat(pages.post("/account/password", List.of(), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pages.post("/account/password", List.of(), "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(pages.post("/account/password", List.of(), "Origin", own, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pages.post("/account/password", List.of(), "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(422);
    }
}
