package io.callscope.analytics.web.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes and versions over HTTP, on a real database. */
class ChangesIT {
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
    void asSupervisor() {
        pages.as(Role.SUPERVISOR);
    }

    @Test
    void theListSaysWhatIsInForceWhatWasRefusedAndWhatWasHeardAgain() throws Exception {
        // When
        Document page = pages.page("/changes");
        JsonNode json = pages.json("/api/changes");

        // Then
        assertThat(page.select("#in-force code").text()).isEqualTo("0123456789ab");
        assertThat(page.select("#refusal li").text()).contains("flags.yaml: flags[0].any[0].signal");
        assertThat(page.select("#changes tbody tr")).hasSize(1);
        assertThat(page.select("#changes tbody a").attr("href")).isEqualTo("/changes/1");
        assertThat(json.at("/config/version").asText()).isEqualTo("0123456789ab");
        assertThat(json.at("/config/refusal/count").asInt()).isEqualTo(3);
        assertThat(json.at("/reanalyses/0/state").asText()).isEqualTo("dry-run");
    }

    @Test
    void aReanalysisLeadsToTheWordsOfItsExamples() throws Exception {
        // When
        Document page = pages.page("/changes/1");
        JsonNode json = pages.json("/api/changes/1");

        // Then
        assertThat(page.select("#changed").text()).isEqualTo("14");
        assertThat(page.select("tr[data-id=certainty.no-deadline] a").eachAttr("href"))
                .containsExactly("/calls/call-0#t=4000", "/calls/call-1");
        assertThat(page.select("tr[data-id=certainty.no-deadline] td.num").eachText())
                .containsExactly("22", "27");
        assertThat(json.at("/difference/codes/0/gainedExamples/0/callId").asText())
                .isEqualTo("call-0");
        assertThat(json.at("/difference/reasons/0/to").asText()).isEqualTo("refund");
    }

    @Test
    void opsSeeNumbersAndNoCalls() throws Exception {
        // When
        Document page = pages.as(Role.OPS).page("/changes/1");

        // Then
        assertThat(page.select("#changed").text()).isEqualTo("14");
        assertThat(page.select("a[href^=/calls/]")).isEmpty();
    }

    @Test
    void whoSeesOtherTeamsGetsNoExamples() throws Exception {
        // When
        Document page = pages.as(Role.SUPERVISOR, "Линия 77").page("/changes/1");

        // Then
        assertThat(page.select("#changed").text()).isEqualTo("14");
        assertThat(page.select("a[href^=/calls/]")).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        assertThat(pages.get("/changes/99").statusCode()).isEqualTo(404);
        assertThat(pages.get("/changes/none").statusCode()).isEqualTo(404);
        assertThat(pages.get("/api/calls/nobody/analyses").statusCode()).isEqualTo(404);
    }

    @Test
    void theOverviewSaysThatAChangeWasRefused() throws Exception {
        assertThat(pages.page("/").select("#config-refused")).hasSize(1);
        assertThat(pages.json("/api/overview").at("/config/refusedAt").asText()).isEqualTo("2026-10-12T09:01:00Z");
    }

    @Test
    void everyVersionOfACallStaysReadableAndItsReadingIsNoted() throws Exception {
        // Given
        Transcript text =
                CallFixtures.transcript("ru", "О завтра до обеда", "К сколько еще ждать буду расторгать договор");
        CallTranscribed call = CallFixtures.transcribed(
                "changed-1", CallFixtures.metadata(), Instant.parse("2026-10-12T12:00:00Z"), text);
        pages.calls().analyzed(call, CallFixtures.flagged(call, "book-1", Instant.parse("2026-10-12T12:01:00Z")));
        pages.calls().analyzed(call, CallFixtures.flagged(call, "book-2", Instant.parse("2026-10-12T12:02:00Z")));
        String current = pages.calls()
                .detail(new CallId("changed-1"), TeamScope.all())
                .orElseThrow()
                .analysis()
                .analysis()
                .versions()
                .key();

        // When
        Document page = pages.page("/calls/changed-1/analyses");
        JsonNode json = pages.json("/api/calls/changed-1/analyses");

        // Then
        assertThat(page.select("section[data-version]")).hasSize(2);
        assertThat(page.select("section[data-version]").first().attr("data-version"))
                .isEqualTo(current);
        assertThat(page.select("section[data-version] li a").first().attr("href"))
                .startsWith("/calls/changed-1#t=");
        assertThat(json).hasSize(2);
        assertThat(json.at("/0/current").asBoolean()).isTrue();
        assertThat(json.at("/1/analysis/versions/codebookHash").asText()).isEqualTo("book-1");
        assertThat(pages.page("/calls/changed-1").select("a[href=/calls/changed-1/analyses]"))
                .hasSize(1);
        assertThat(pages.as(Role.OPS)
                        .json("/api/audit?call=changed-1&action=read")
                        .toString())
                .contains("changed-1");
    }
}
