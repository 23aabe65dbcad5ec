package io.callscope.analytics.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters kept under names, over HTTP. */
class ViewsIT {
    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.seeded();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void none() {
        Jdbi.create(pages.database().dataSource()).useHandle(handle -> handle.execute("TRUNCATE saved_views"));
        pages.as(Role.SUPERVISOR);
    }

    @Test
    void aFilterIsKeptAndOpened() throws Exception {
        // When
        HttpResponse<String> kept = pages.post("/views", "query", "force=status&size=5", "name", " Статус ");
        Document list = pages.page("/calls");
        HttpResponse<String> opened = pages.get(list.select("#views li a").attr("href"));

        // Then
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(list.select("#views li a").eachText()).containsExactly("Статус");
        assertThat(opened.statusCode()).isEqualTo(303);
        String address = opened.headers().firstValue("Location").orElseThrow();
        assertThat(address).contains("/calls?force=status&view=");
        Document page = pages.page(address.replaceFirst("^https?://[^/]+", ""));
        assertThat(page.select("#total").text()).startsWith("20 звонков");
        assertThat(page.select("#views [aria-current]").text()).isEqualTo("Статус");
        assertThat(page.select("#kept input").attr("value")).isEqualTo("force=status");
    }

    @Test
    void whatDoesNotExistAnyMoreIsSaid() throws Exception {
        // Given
        insert("supervisor", "Старая", "force=status&code=status.abolished", false);

        // When
        HttpResponse<String> opened = pages.get("/views/" + id("Старая"));
        Document page =
                pages.page(opened.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));

        // Then
        assertThat(page.select("#views .notice").text()).contains("Старая", "Код: status.abolished");
        assertThat(page.select("#total").text()).startsWith("20 звонков");
    }

    @Test
    void whatWasTypedComesBackWithTheReason() throws Exception {
        // Given
        pages.post("/views", "query", "force=status", "name", "Статус");

        // When
        Document taken = part("query", "force=control", "name", "статус", "shared", "true");
        Document nameless = part("query", "force=control", "name", " ");
        Document long61 = part("query", "force=control", "name", "ы".repeat(61));
        Document nothing = part("query", "", "name", "Всё");

        // Then
        assertThat(taken.select("#views input[name=name]").attr("value")).isEqualTo("статус");
        assertThat(taken.select("#views input[name=shared]").hasAttr("checked")).isTrue();
        assertThat(taken.select("#views [role=alert]").text()).contains("«статус» у вас уже есть");
        assertThat(taken.select("#views details").hasAttr("open")).isTrue();
        assertThat(taken.select("#kept input").attr("value")).isEqualTo("force=control");
        assertThat(nameless.select("#views [role=alert]").text()).contains("название");
        assertThat(long61.select("#views input[name=name]").attr("value")).hasSize(61);
        assertThat(nothing.select("#views [role=alert]").text()).contains("Сохранять нечего");
    }

    private static Document part(String... fields) throws Exception {
        HttpResponse<String> response =
                pages.post("/views", List.of(fields), "Origin", pages.uri("").toString(), "HX-Request", "true");
        assertThat(response.statusCode()).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    @Test
    void nonsenseIsNotKept() throws Exception {
        assertThat(pages.post("/views", "query", "force=love", "name", "x").statusCode())
                .isEqualTo(400);
        assertThat(pages.post("/views", "query", "%zz=1&&=&text=%ff", "name", "x")
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void viewsAreRenamedSharedAndDeleted() throws Exception {
        // Given
        insert("supervisor", "Одна", "force=status", false);
        insert("supervisor", "Другая", "force=control", false);
        long id = id("Одна");

        // When
        HttpResponse<String> renamed = pages.post("/views/" + id, "name", "Первая", "shared", "true");
        HttpResponse<String> taken = pages.post("/views/" + id, "name", "другая");
        Document others = pages.as(Role.HEAD).page("/calls");
        HttpResponse<String> foreign = pages.post("/views/" + id + "/delete");
        HttpResponse<String> deleted = pages.as(Role.SUPERVISOR).post("/views/" + id + "/delete");

        // Then
        assertThat(renamed.statusCode()).isEqualTo(303);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(taken.body()).select("input[name=name]").eachAttr("value"))
                .contains("другая");
        assertThat(others.select("#views li").text()).contains("Первая", "supervisor");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(pages.page("/views").select(".own-views li")).hasSize(1);
    }

    @Test
    void aControllerKeepsOnlyForHimself() throws Exception {
        // When
        pages.as(Role.CONTROLLER).post("/views", "query", "force=status", "name", "Моя", "shared", "true");

        // Then
        assertThat(pages.page("/calls").select("#views input[name=shared]")).isEmpty();
        assertThat(pages.page("/calls").select("#views li a").text()).isEqualTo("Моя");
        assertThat(pages.as(Role.HEAD).page("/calls").select("#views li")).isEmpty();
        assertThat(pages.get("/views/" + id("Моя")).statusCode()).isEqualTo(404);
    }

    private static void insert(String owner, String name, String query, boolean shared) {
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle -> handle.execute(
                        "INSERT INTO saved_views (owner, name, query, shared, changed_at) VALUES (?, ?, ?, ?, now())",
                        owner,
                        name,
                        query,
                        shared));
    }

    private static long id(String name) {
        return Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery("SELECT view_id FROM saved_views WHERE name = :name")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
    }
}
