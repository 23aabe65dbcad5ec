package io.callscope.analytics.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A controller scores a planned call without anything that the machine says of it. */
class BlindReviewIT {
    private static final String WEEK = "2026-10-12";

    private TestPages pages;
    private String call;

    @BeforeEach
    void planned() throws Exception {
        pages = TestPages.withQueue().strangers();
        pages.clock().pass(Duration.ofDays(5));
        assertThat(pages.as(Role.SUPERVISOR).post("/plan", "week", WEEK).statusCode())
                .isEqualTo(303);
        // one that the machine heard much in, so that there is something to hide
        call = pages.as(Role.CONTROLLER).page("/review").select("[data-seat]").eachAttr("data-seat").stream()
                .filter(id -> id.matches("call-\\d+") && Integer.parseInt(id.substring(5)) % 7 == 0)
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    /** Every address that a controller may read, with the call in the place of every parameter. */
    private Stream<String> addresses() {
        return pages.routes().stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> route.path().replace("{id}", call).replaceAll("\\{[a-z]+}", "1"))
                .filter(path -> !path.startsWith("/assets/"))
                .flatMap(path -> path.equals("/api/calls") || path.equals("/calls") || path.endsWith("/queue")
                        ? Stream.of(path, path + "?tab=all", path + "?text=договор")
                        : Stream.of(path));
    }

    private boolean names(String body) {
        return Pattern.compile("\\b" + call + "\\b").matcher(body).find();
    }

    @Test
    void noAddressTellsWhatTheMachineSaysOfACallThatHeHasYetToScore() throws Exception {
        // Given
        List<String> told = new ArrayList<>();
        List<String> addresses = addresses().toList();

        // When
        for (String address : addresses) {
            HttpResponse<String> answer =
                    pages.as(Role.CONTROLLER).get(address.replace("договор", "%D0%B4%D0%BE%D0%B3"));
            boolean form = address.startsWith("/review");
            boolean audio = address.contains("/audio");
            if (answer.statusCode() == 200 && !form && !audio && names(answer.body())) {
                told.add(address + " names the call");
            }
            if (answer.statusCode() == 200
                    && form
                    && Stream.of("data-mark=\"", "data-rule=\"", "data-signal=\"", "data-criterion=\"", "ev-", "heard-")
                            .anyMatch(answer.body()::contains)) {
                told.add(address + " shows marks");
            }
        }

        // Then
        assertThat(addresses).hasSizeGreaterThan(20);
        assertThat(told).isEmpty();
    }

    @Test
    void theCallItselfIsRefusedAndTheAttemptNotedButItCanBeHeard() throws Exception {
        // When
        HttpResponse<String> page = pages.as(Role.CONTROLLER).get("/calls/" + call);
        HttpResponse<String> json = pages.get("/api/calls/" + call);
        HttpResponse<String> vcon = pages.get("/api/calls/" + call + "/vcon");
        HttpResponse<String> analyses = pages.get("/api/calls/" + call + "/analyses");
        HttpResponse<byte[]> audio = pages.bytes("/api/calls/" + call + "/audio");

        // Then
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/review/" + call);
        assertThat(page.body()).doesNotContain("data-mark");
        assertThat(List.of(json, vcon, analyses))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .allSatisfy(answer -> assertThat(answer.body()).contains("blind-review"));
        assertThat(audio.statusCode()).isEqualTo(200);
        assertThat(pages.as(Role.OPS).json("/api/audit?action=blind-refused").toString())
                .contains(call, "controller", "/vcon");
    }

    @Test
    void otherSpellingsOfTheAddressAreRefusedToo() throws Exception {
        // Given
        String coded = call.replace("c", "%63");

        // When, Then
        for (String address : List.of("/api/calls/" + coded, "/api/calls/" + call + "/", "/calls/" + coded)) {
            assertThat(pages.as(Role.CONTROLLER).get(address).statusCode())
                    .as(address)
                    .isIn(303, 404, 409);
        }
    }

    @Test
    void afterwardsMachineAndPersonStandSideBySideAndAChangedMindStandsBesideTheFirst() throws Exception {
        // Given
        Document form = pages.as(Role.CONTROLLER).page("/review/" + call);
        String[] fields = Scored.allWell(form).toArray(String[]::new);

        // When
        HttpResponse<String> sent = pages.post("/review/" + call, fields);
        Document compared = pages.page("/review/" + call);
        String[] other = Scored.with(compared, "not-met").toArray(String[]::new);
        HttpResponse<String> changed = pages.post("/review/" + call + "/change", other);
        Document now = pages.page("/review/" + call);

        // Then
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(compared.select("#compared-rows tbody tr")).hasSizeGreaterThan(14);
        assertThat(compared.select("#compared-rows .apart")).isNotEmpty();
        assertThat(pages.get("/calls/" + call).statusCode()).isEqualTo(200);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(now.select("#compared-rows tbody tr").first().select("td").eachText())
                .startsWith("да", "нет");
        assertThat(pages.post("/review/" + call, fields).statusCode()).isEqualTo(409);
    }

    @Test
    void ofTwoThatAreSentAtOnceOneIsKept() throws Exception {
        // Given
        Document form = pages.as(Role.CONTROLLER).page("/review/" + call);
        String[] fields = Scored.allWell(form).toArray(String[]::new);
        Callable<Integer> send = () -> pages.post("/review/" + call, fields).statusCode();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            // When
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : senders.invokeAll(List.of(send, send, send, send))) {
                statuses.add(one.get());
            }

            // Then
            assertThat(statuses).containsExactlyInAnyOrder(303, 409, 409, 409);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void whatIsNoReviewIsNamedAndNothingIsKept() throws Exception {
        // Given
        Document form = pages.as(Role.CONTROLLER).page("/review/" + call);
        List<String> fields = Scored.allWell(form);

        // When, Then
        for (Map.Entry<String, String> wrong : Map.of(
                        "c.greeting", "perfect",
                        "resolution", "who-knows",
                        "f.status", "yes",
                        "ct.greeting", "later",
                        "version", "0000")
                .entrySet()) {
            List<String> sent = new ArrayList<>(fields);
            int place = sent.indexOf(wrong.getKey());
            if (place >= 0) {
                sent.set(place + 1, wrong.getValue());
            } else {
                sent.addAll(List.of(wrong.getKey(), wrong.getValue()));
            }
            HttpResponse<String> answer = pages.post("/review/" + call, sent.toArray(String[]::new));
            assertThat(answer.statusCode()).as(wrong.toString()).isIn(422, 409);
            assertThat(answer.body()).doesNotContain("data-mark=\"");
        }
        assertThat(pages.page("/review").select("[data-seat=" + call + "]")).hasSize(1);
    }

    @Test
    void aCodeIsTakenOnlyAfterABarrierToItsForce() throws Exception {
        // Given
        Document form = pages.as(Role.CONTROLLER).page("/review/" + call);
        List<String> without = new ArrayList<>(Scored.allWell(form));
        without.addAll(List.of("code", "certainty.no-deadline"));
        List<String> with = new ArrayList<>(without);
        with.set(with.indexOf("f.certainty") + 1, "yes");
        with.addAll(List.of("fs.certainty", "2"));

        // When, Then
        assertThat(pages.post("/review/" + call, without.toArray(String[]::new)).statusCode())
                .isEqualTo(422);
        assertThat(pages.post("/review/" + call, with.toArray(String[]::new)).statusCode())
                .isEqualTo(303);
    }
}
