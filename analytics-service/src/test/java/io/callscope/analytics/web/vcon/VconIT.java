package io.callscope.analytics.web.vcon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.json.EventJson;
import java.net.http.HttpResponse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VconIT {
    private final TestPages pages = TestPages.seeded();

    @AfterEach
    void stop() {
        pages.close();
    }

    @Test
    void aCallLeavesWithItsTextAndMarksOnceItIsNoted() throws Exception {
        // When
        HttpResponse<String> answer = pages.as(Role.SUPERVISOR).get("/api/calls/call-0/vcon");

        // Then
        JsonNode vcon = EventJson.mapper().readTree(answer.body());
        JsonNode call = pages.json("/api/calls/call-0");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/vcon");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"call-0.vcon\"");
        assertThat(vcon.at("/analysis/0/type").asText()).isEqualTo("wtf_transcription");
        assertThat(vcon.at("/analysis/0/body/segments"))
                .hasSameSizeAs(call.at("/transcript/utterances"))
                .isNotEmpty();
        assertThat(vcon.at("/analysis/0/body/segments/0/text")).isEqualTo(call.at("/transcript/utterances/0/text"));
        assertThat(vcon.at("/analysis/1/type").asText()).isEqualTo("report");
        assertThat(vcon.at("/analysis/1/body")).isEqualTo(call.at("/analysis"));
        assertThat(vcon.at("/dialog/0").has("url"))
                .as("nobody else reaches 127.0.0.1")
                .isFalse();
        JsonNode rows = pages.as(Role.OPS).json("/api/audit?action=exported&call=call-0");
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/event/detail/format").asText()).isEqualTo("vcon");
    }

    @Test
    void nothingLeavesThatCannotBeNoted() throws Exception {
        // Given
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle ->
                        handle.execute("ALTER TABLE audit_log ADD CONSTRAINT full_disk CHECK (action <> 'exported')"));

        // When
        HttpResponse<String> answer = pages.as(Role.SUPERVISOR).get("/api/calls/call-0/vcon");

        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("wtf_transcription");
    }
}
