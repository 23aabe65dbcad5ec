package io.callscope.analytics.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.JdbiUserStore;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, as a browser does it. */
class SignInIT {
    private TestPages pages;

    @BeforeEach
    void start() {
        pages = TestPages.empty().asNobody();
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void leadsBackToWhatWasAskedFor() throws Exception {
        // Given
        HttpResponse<String> asked = pages.get("/calls?force=status&page=2");
        String door = asked.headers().firstValue("Location").orElseThrow();
        String next =
                Jsoup.parse(pages.get(door).body()).select("input[name=next]").attr("value");

        // When
        HttpResponse<String> admitted = signIn("Supervisor ", TestPages.password(Role.SUPERVISOR), next);

        // Then
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(admitted.statusCode()).isEqualTo(303);
        assertThat(admitted.headers().firstValue("Location")).contains("/calls?force=status&page=2");
        String cookie = admitted.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("callscope=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(pages.get("/calls", "Cookie", cookie.split(";")[0]).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "x"})
    void neverLeadsElsewhere(String next) throws Exception {
        // When
        HttpResponse<String> admitted = signIn("supervisor", TestPages.password(Role.SUPERVISOR), next);

        // Then
        assertThat(admitted.headers().firstValue("Location")).contains("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginLookTheSame() throws Exception {
        // When
        Document wrong =
                Jsoup.parse(signIn("supervisor", "not the password", "/").body());
        HttpResponse<String> answer = signIn("nobody", "not the password", "/");
        Document unknown = Jsoup.parse(answer.body());

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(wrong.select("[role=alert]").text())
                .isEqualTo(unknown.select("[role=alert]").text());
        assertThat(wrong.select("input[name=login]").attr("value")).isEqualTo("supervisor");
        assertThat(wrong.select("input[name=password]").attr("value")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void guessingIsMadeSlow() throws Exception {
        // Given
        for (int i = 0; i < 5; i++) {
            signIn("supervisor", "guess number " + i, "/");
        }

        // When
        HttpResponse<String> waiting = signIn("supervisor", TestPages.password(Role.SUPERVISOR), "/");
        pages.clock().pass(Duration.ofSeconds(6));
        HttpResponse<String> later = signIn("supervisor", TestPages.password(Role.SUPERVISOR), "/");

        // Then
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.headers().firstValue("Retry-After")).contains("5");
        assertThat(Jsoup.parse(waiting.body()).select("[role=alert]").text()).contains("5 с");
        assertThat(later.statusCode()).isEqualTo(303);
    }

    @Test
    void endsAfterAnIdleShiftAndAfterADayInAnyCase() throws Exception {
        // Given
        pages.as(Role.SUPERVISOR);

        // When
        pages.clock().pass(Duration.ofHours(7));
        int busy = pages.get("/calls").statusCode();
        pages.clock().pass(Duration.ofHours(9));
        int idle = pages.get("/calls").statusCode();
        pages.as(Role.SUPERVISOR);
        int hours = 0;
        while (pages.get("/calls").statusCode() == 200 && hours < 100) {
            pages.clock().pass(Duration.ofHours(5));
            hours += 5;
        }

        // Then
        assertThat(busy).isEqualTo(200);
        assertThat(idle).isEqualTo(303);
        assertThat(hours).isEqualTo(25);
    }

    @Test
    void aFormThatCameTooLateIsCarriedThroughTheDoor() throws Exception {
        // Given
        String text = "Клиент прав: <b>перезвонить</b> & извиниться";
        HttpResponse<String> late = pages.post("/account/password", "present", text, "wanted", "second field");
        Document door = Jsoup.parse(late.body());

        // When
        HttpResponse<String> admitted = pages.post(
                "/login",
                "login",
                "supervisor",
                "password",
                TestPages.password(Role.SUPERVISOR),
                "next",
                door.select("input[name=next]").attr("value"),
                "unsent.present",
                door.select("textarea[name=unsent.present]").val());
        Document again = Jsoup.parse(admitted.body());

        // Then
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(admitted.statusCode()).isEqualTo(200);
        assertThat(again.select("main form").attr("action")).isEqualTo("/account/password");
        assertThat(again.select("textarea[name=present]").val()).isEqualTo(text);
    }

    @Test
    void partsOfAPageAreToldInWordsOrLedToTheDoor() throws Exception {
        // When
        HttpResponse<String> reading = pages.get("/calls?text=a", "HX-Request", "true");
        HttpResponse<String> change = pages.post(
                "/account/password",
                List.of(),
                "HX-Request",
                "true",
                "Origin",
                pages.uri("").toString());

        // Then
        assertThat(reading.headers().firstValue("HX-Redirect")).contains("/login?next=%2Fcalls%3Ftext%3Da");
        assertThat(change.statusCode()).isEqualTo(401);
        assertThat(change.headers().firstValue("HX-Redirect")).isEmpty();
    }

    @Test
    void signingOutEndsTheCookieEverywhere() throws Exception {
        // Given
        String cookie = pages.as(Role.HEAD).cookie();

        // When
        HttpResponse<String> out = pages.post("/logout");

        // Then
        assertThat(out.headers().firstValue("Location")).contains("/login");
        assertThat(pages.get("/calls", "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void aDisabledUserIsOutAtOnce() throws Exception {
        // Given
        pages.as(Role.CONTROLLER);
        JdbiUserStore users = new JdbiUserStore(pages.database().dataSource());

        // When
        users.setEnabled("controller", false);

        // Then
        assertThat(pages.get("/calls").statusCode()).isEqualTo(303);
        assertThat(signIn("controller", TestPages.password(Role.CONTROLLER), "/")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void onesOwnPasswordIsChangedWithThePresentOne() throws Exception {
        // Given
        String before = pages.as(Role.HEAD).cookie();

        // When
        HttpResponse<String> wrong = pages.post("/account/password", "present", "x", "wanted", "a new long password");
        HttpResponse<String> small =
                pages.post("/account/password", "present", TestPages.password(Role.HEAD), "wanted", "short");
        HttpResponse<String> changed = pages.post(
                "/account/password", "present", TestPages.password(Role.HEAD), "wanted", "a new long password");

        // Then
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(small.body()).select("[role=alert]").text()).contains("от 10");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(pages.get("/account", "Cookie", before).statusCode()).isEqualTo(303);
        assertThat(signIn("head", "a new long password", "/").statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> signIn(String login, String password, String next) throws Exception {
        return pages.post("/login", "login", login, "password", password, "next", next);
    }
}
