package io.callscope.analytics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditCheckTest {
    private static final Instant AT = Instant.parse("2026-10-12T09:00:00.123456Z");

    private final List<AuditRow> log = log(20);

    @Test
    void anUntouchedLogIsIntact() {
        // When
        AuditCheck.Result result = check(log, null);

        // Then
        assertThat(result.isIntact()).isTrue();
        assertThat(result.rows()).isEqualTo(20);
        assertThat(result.head()).isEqualTo(log.get(19).hash());
    }

    @Test
    void everyChangeOfAnyRowIsFound() {
        for (int place = 0; place < log.size(); place++) {
            AuditRow row = log.get(place);
            AuditEvent event = row.event();
            List<AuditRow> forged = List.of(
                    with(row, new AuditEvent("another", event.action(), event.calls(), event.detail())),
                    with(row, new AuditEvent(event.login(), AuditAction.EXPORTED, event.calls(), event.detail())),
                    with(row, new AuditEvent(event.login(), event.action(), List.of(), event.detail())),
                    with(row, new AuditEvent(event.login(), event.action(), event.calls(), Map.of())),
                    new AuditRow(row.seq(), row.at().plusSeconds(1), event, row.hash()),
                    new AuditRow(row.seq(), row.at(), event, "f".repeat(64)));
            for (AuditRow changed : forged) {
                List<AuditRow> tampered = new ArrayList<>(log);
                tampered.set(place, changed);

                // When
                AuditCheck.Result result = check(tampered, null);

                // Then
                assertThat(result.isIntact()).as("%s", changed).isFalse();
                assertThat(result.rows()).isEqualTo(place);
                assertThat(result.problem()).contains("row " + row.seq());
            }
        }
    }

    @Test
    void aMissingRowIsFound() {
        // Given
        List<AuditRow> shortened = new ArrayList<>(log);
        shortened.remove(7);

        // When / Then
        assertThat(check(shortened, null).problem()).contains("row 9: expected row 8");
    }

    @Test
    void aCutEndIsFoundByAHeadThatWasNoted() {
        // Given
        String noted = log.get(19).hash();

        // When / Then
        assertThat(check(log, noted).isIntact()).isTrue();
        assertThat(check(log.subList(0, 15), noted).problem()).contains(noted);
        assertThat(check(log.subList(0, 15), log.get(3).hash()).isIntact()).isTrue();
    }

    @Test
    void fieldsCannotBeShiftedIntoOneAnother() {
        // Given
        AuditEvent one = new AuditEvent("ab", AuditAction.READ, List.of(), Map.of("c", "d"));
        AuditEvent other = new AuditEvent("a", AuditAction.READ, List.of(), Map.of("bc", "d"));

        // When / Then
        assertThat(AuditChain.hash(AuditChain.START, 1, AT, one))
                .isNotEqualTo(AuditChain.hash(AuditChain.START, 1, AT, other));
    }

    private static List<AuditRow> log(int rows) {
        List<AuditRow> log = new ArrayList<>();
        String before = AuditChain.START;
        for (int i = 1; i <= rows; i++) {
            AuditEvent event = new AuditEvent(
                    "anna", AuditAction.PLAYED, List.of(new CallId("call-" + i)), Map.of("bytes", "0-" + i));
            before = AuditChain.hash(before, i, AT.plusSeconds(i), event);
            log.add(new AuditRow(i, AT.plusSeconds(i), event, before));
        }
        return log;
    }

    private static AuditRow with(AuditRow row, AuditEvent event) {
        return new AuditRow(row.seq(), row.at(), event, row.hash());
    }

    private static AuditCheck.Result check(List<AuditRow> rows, @Nullable String noted) {
        AuditCheck check = new AuditCheck(noted);
        rows.stream().takeWhile(check::next).forEach(row -> {});
        return check.result();
    }
}
