package io.callscope.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route that is registered, without being signed in and with each role. */
class AccessIT {
    /** What each route answers, without further parameters, to nobody, controller, supervisor, head and ops. */
    private static final String EXPECTED = """
            GET  /login                               200 303 303 303 303
            POST /login                               401 401 401 401 401
            POST /logout                              401 303 303 303 303
            GET  /account                             303 200 200 200 200
            POST /account/password                    401 422 422 422 422
            GET  /                                    303 200 200 200 200
            GET  /api/overview                        401 200 200 200 200
            GET  /calls                               303 200 200 200 403
            GET  /api/calls                           401 200 200 200 403
            GET  /calls/export.csv                    303 403 200 200 403
            GET  /calls/export.xlsx                   303 403 200 200 403
            GET  /views                               303 200 200 200 403
            GET  /views/{view}                        303 404 404 404 403
            POST /views                               401 200 200 200 403
            POST /views/{view}                        401 422 422 422 403
            POST /views/{view}/delete                 401 404 404 404 403
            GET  /review                              303 200 403 403 403
            GET  /review/{id}                         303 409 403 403 403
            POST /review/{id}                         401 409 403 403 403
            GET  /review/{id}/pairs                   303 409 403 403 403
            POST /review/{id}/pairs                   401 409 403 403 403
            POST /review/{id}/take                    401 409 403 403 403
            POST /review/{id}/change                  401 409 403 403 403
            GET  /plan                                303 403 200 200 403
            GET  /api/plan                            401 403 200 200 403
            POST /plan                                401 403 400 403 403
            POST /plan/free                           401 403 400 403 403
            GET  /calibrations                        303 403 200 200 403
            POST /calibrations                        401 403 400 403 403
            GET  /calibrations/{number}               303 403 404 404 403
            POST /calibrations/{number}/close         401 403 404 403 403
            GET  /api/calibrations                    401 403 200 200 403
            GET  /api/calibrations/{number}           401 403 404 404 403
            GET  /disputes                            303 403 200 403 403
            GET  /disputes/{id}                       303 403 409 403 403
            POST /disputes/{id}                       401 403 409 403 403
            GET  /appeals                             303 200 200 200 403
            POST /appeals                             401 403 404 403 403
            GET  /appeals/reviews/{number}            303 403 404 403 403
            GET  /appeals/{number}                    303 404 404 404 403
            POST /appeals/{number}/take               401 404 404 404 403
            POST /appeals/{number}/release            401 404 404 404 403
            POST /appeals/{number}/decision           401 400 400 400 403
            GET  /api/appeals                         401 200 200 200 403
            POST /api/appeals                         401 403 400 403 403
            GET  /api/appeals/reviews/{number}        401 403 404 403 403
            GET  /api/appeals/{number}                401 404 404 404 403
            POST /api/appeals/{number}/take           401 404 404 404 403
            POST /api/appeals/{number}/release        401 404 404 404 403
            POST /api/appeals/{number}/decision       401 400 400 400 403
            POST /api/reviews                         401 403 400 403 403
            GET  /calls/{id}                          303 200 200 200 403
            GET  /api/calls/{id}                      401 200 200 200 403
            GET  /api/calls/{id}/state                401 200 200 200 403
            GET  /api/calls/{id}/audio                401 200 200 200 403
            GET  /api/calls/{id}/audio/state          401 200 200 200 403
            GET  /api/calls/{id}/vcon                 401 200 200 200 403
            GET  /queue                               303 200 200 403 403
            GET  /api/queue                           401 200 200 403 403
            GET  /queue/handover                      303 200 200 403 403
            GET  /queue/handover.csv                  303 200 200 403 403
            POST /queue/cards/{card}/take             401 400 400 403 403
            POST /queue/cards/{card}/release          401 400 400 403 403
            POST /queue/cards/{card}/check            401 400 400 403 403
            POST /queue/cards/{card}/put-off          401 400 400 403 403
            POST /queue/cards/{card}/hand-over        401 400 400 403 403
            GET  /queue/cards/{card}                  303 303 303 403 403
            GET  /queue/cards/{card}/history          303 200 200 403 403
            POST /calls/{id}/false-marks              401 400 400 403 403
            POST /calls/{id}/false-marks/{number}/undo 401 409 409 403 403
            POST /calls/{id}/parties/swap             401 400 400 403 403
            GET  /promises                            303 403 200 200 403
            GET  /promises/export.csv                 303 403 200 200 403
            GET  /promises/export.xlsx                303 403 200 200 403
            POST /promises/{number}/close             401 403 400 400 403
            POST /promises/{number}/reopen            401 403 303 303 403
            GET  /api/promises                        401 403 200 200 403
            GET  /api/promises/{number}               401 403 200 200 403
            POST /api/promises/{number}/close         401 403 400 400 403
            POST /api/promises/{number}/reopen        401 403 200 200 403
            GET  /repeats                             303 403 200 200 403
            GET  /api/repeats                         401 403 200 200 403
            GET  /repeats/export.csv                  303 403 200 200 403
            GET  /repeats/export.xlsx                 303 403 200 200 403
            GET  /accuracy                            303 403 200 200 200
            GET  /api/accuracy                        401 403 200 200 200
            GET  /accuracy/disagreements              303 403 400 400 400
            POST /accuracy/disagreements/open         401 403 400 400 400
            GET  /api/accuracy/disagreements          401 403 400 400 400
            GET  /accuracy/export.csv                 303 403 200 200 200
            GET  /accuracy/export.xlsx                303 403 200 200 200
            GET  /forces                              303 403 200 200 200
            GET  /api/forces                          401 403 200 200 200
            GET  /forces/export.csv                   303 403 200 200 403
            GET  /forces/export.xlsx                  303 403 200 200 403
            GET  /requests                            303 403 200 200 403
            GET  /api/requests                        401 403 200 200 403
            GET  /requests/export.csv                 303 403 200 200 403
            GET  /requests/export.xlsx                303 403 200 200 403
            GET  /importance                          303 403 200 200 403
            GET  /api/importance                      401 403 200 200 403
            PUT  /api/surveys                         401 403 403 400 400
            PUT  /api/acd                             401 403 403 400 400
            PUT  /api/customers                       401 403 403 400 400
            PUT  /api/teams                           401 403 403 400 400
            GET  /rules                               303 403 200 200 200
            GET  /rules/words                         303 403 200 200 200
            POST /rules/words                         401 403 400 400 400
            GET  /changes                             303 403 200 200 200
            GET  /changes/{number}                    303 403 200 200 200
            GET  /api/changes                         401 403 200 200 200
            GET  /api/changes/{number}                401 403 200 200 200
            GET  /calls/{id}/analyses                 303 200 200 200 403
            GET  /api/calls/{id}/analyses             401 200 200 200 403
            POST /calls/{id}/comments                 401 422 422 422 403
            POST /calls/{id}/comments/{number}/delete 401 409 409 409 403
            GET  /failed                              303 403 200 200 200
            GET  /api/failed                          401 403 200 200 200
            GET  /model                               303 403 200 200 200
            POST /model/resume                        401 403 403 403 303
            GET  /api/llm/parked                      401 403 200 200 200
            GET  /model/costs                         303 403 403 200 200
            GET  /api/llm/costs                       401 403 403 200 200
            GET  /audit                               303 403 403 403 200
            GET  /audit/export.csv                    303 403 403 403 200
            GET  /api/audit                           401 403 403 403 200
            """;

    private static final List<String> WHO = List.of("nobody", "controller", "supervisor", "head", "ops");
    private static final Map<String, String> NAMED =
            Map.of("{id}", "call-0", "{number}", "1", "{view}", "1", "{card}", "1");

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.seeded();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    /** A line of the table. */
    private record Line(String method, String path, List<Integer> statuses) {
        static Line of(String line) {
            String[] words = line.strip().split(" +");
            return new Line(
                    words[0],
                    words[1],
                    Arrays.stream(words).skip(2).map(Integer::valueOf).toList());
        }

        String route() {
            return method + " " + path;
        }
    }

    @Test
    void everyRouteAnswersEachRoleAsTheTableSays() throws Exception {
        // Given
        List<Line> table = EXPECTED.lines().map(Line::of).toList();
        List<String> differences = new ArrayList<>();

        // When
        for (Line line : table) {
            for (int i = 0; i < WHO.size(); i++) {
                int actual = status(as(WHO.get(i)), line);
                if (actual != line.statuses().get(i)) {
                    differences.add("%s as %s: %d, expected %d"
                            .formatted(
                                    line.route(),
                                    WHO.get(i),
                                    actual,
                                    line.statuses().get(i)));
                }
            }
        }

        // Then
        assertThat(differences).isEmpty();
        assertThat(table.stream().map(Line::route))
                .as("every registered route stands in the table")
                .containsExactlyInAnyOrderElementsOf(pages.routes().stream()
                        .filter(route -> !route.path().startsWith("/assets/"))
                        .map(route -> route.method() + " " + route.path())
                        .toList());
    }

    private static TestPages as(String who) {
        return who.equals("nobody") ? pages.asNobody() : pages.as(Role.ofId(who));
    }

    private static int status(TestPages as, Line line) throws Exception {
        String address = line.path();
        for (Map.Entry<String, String> name : NAMED.entrySet()) {
            address = address.replace(name.getKey(), name.getValue());
        }
        return switch (line.method()) {
            case "GET" -> as.get(address).statusCode();
            case "POST" -> as.post(address).statusCode();
            default -> as.send(line.method(), address).statusCode();
        };
    }

    @Test
    void aCallOfAnotherTeamIsNotThere() throws Exception {
        // Given
        String team = pages.as(Role.HEAD)
                .json("/api/calls/call-0")
                .at("/metadata/team")
                .asText();

        // When / Then
        for (String path : List.of(
                "/calls/call-0",
                "/api/calls/call-0",
                "/api/calls/call-0/state",
                "/api/calls/call-0/audio",
                "/api/calls/call-0/vcon")) {
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
