package io.callscope.analytics.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who saw and heard what is noted first. */
class AuditIT {
    private final TestPages pages = TestPages.seeded();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void everyReadAndPlayHasItsRow() throws Exception {
        // When
        pages.as(Role.CONTROLLER).get("/calls/call-0");
        pages.get("/api/calls/call-0");
        pages.bytes("/api/calls/call-0/audio", "Range", "bytes=100-199");
        pages.as(Role.HEAD).bytes("/api/calls/call-0/audio");
        pages.bytes("/api/calls/call-0/audio", "Range", "bytes=99999999-");
        pages.get("/calls/nobody");
        pages.get("/calls");

        // Then
        assertThat(rows("?call=call-0"))
                .containsExactly(
                        "head played call-0",
                        "controller played call-0",
                        "controller read call-0",
                        "controller read call-0");
        assertThat(pages.as(Role.OPS)
                        .json("/api/audit?action=played&login=controller")
                        .at("/0/event/detail/bytes")
                        .asText())
                .isEqualTo("100-199");
    }

    @Test
    void whatLeavesAsAFileIsNotedWithItsCalls() throws Exception {
        // When
        pages.as(Role.SUPERVISOR).get("/calls/export.csv?agent=a-1");
        pages.get("/queue/handover.csv");

        // Then
        JsonNode rows = pages.as(Role.OPS).json("/api/audit?action=exported");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/event/detail/list").asText()).isEqualTo("hand-over");
        assertThat(rows.at("/0/event/calls")).isNotEmpty();
        assertThat(rows.at("/1/event/detail/filter").asText()).contains("agent=a-1");
    }

    @Test
    void nothingIsServedThatCannotBeNoted() throws Exception {
        // Given
        sql("ALTER TABLE audit_log ADD CONSTRAINT full_disk CHECK (action <> 'played' AND action <> 'read')");

        // When
        HttpResponse<String> page = pages.get("/calls/call-0");
        HttpResponse<byte[]> audio = pages.bytes("/api/calls/call-0/audio");

        // Then
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).doesNotContain("расторгаю");
        assertThat(audio.statusCode()).isEqualTo(500);
        assertThat(new String(audio.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("RIFF");
    }

    @Test
    void opsWatchesFiltersChecksAndExports() throws Exception {
        // Given
        pages.as(Role.CONTROLLER).get("/calls/call-0");
        pages.as(Role.HEAD).get("/calls/call-7");

        // When
        Document page = pages.as(Role.OPS).page("/audit?login=head&check=true");
        HttpResponse<String> file = pages.get("/audit/export.csv?action=read");

        // Then
        assertThat(page.select("table.audit tbody tr")).hasSize(1);
        assertThat(page.select("[role=status]").text()).contains("Журнал цел");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.body().lines()).hasSize(3).anyMatch(line -> line.contains(",controller,read,call-0,"));
        assertThat(pages.get("/audit?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(pages.get("/api/audit?action=stolen").body()).contains("signed-in");
    }

    @Test
    void aBrokenChainIsShown() throws Exception {
        // Given
        sql("ALTER TABLE audit_log DISABLE TRIGGER ALL");
        sql("UPDATE audit_log SET login = 'somebody' WHERE seq = 2");

        // When
        Document page = pages.as(Role.OPS).page("/audit?check=true");

        // Then
        assertThat(page.select("[role=alert]").text()).contains("Журнал нарушен", "row 2 ");
    }

    private List<String> rows(String filter) throws Exception {
        JsonNode rows = pages.as(Role.OPS).json("/api/audit" + filter);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> "%s %s %s"
                        .formatted(
                                row.at("/event/login").asText(),
                                row.at("/event/action").asText(),
                                row.at("/event/calls/0").asText()))
                .toList();
    }

    private void sql(String statement) {
        Jdbi.create(pages.database().dataSource()).useHandle(handle -> handle.execute(statement));
    }
}
