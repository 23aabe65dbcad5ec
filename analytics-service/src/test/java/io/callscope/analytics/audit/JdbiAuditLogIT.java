package io.callscope.analytics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.model.call.CallId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log on a real PostgreSQL. */
class JdbiAuditLogIT {
    private final AnalyticsDatabase database = TestDatabase.empty();
    private final JdbiAuditLog log = new JdbiAuditLog(database.dataSource(), Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void manyWritersMakeOneChain() throws Exception {
        // Given
        ExecutorService writers = Executors.newFixedThreadPool(6);

        // When
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            AuditEvent event = event("user" + i % 7, "call-" + i % 40);
            done.add(writers.submit(() -> log.append(event)));
        }
        for (Future<?> future : done) {
            future.get();
        }
        writers.shutdown();

        // Then
        AuditCheck.Result result = check();
        assertThat(result.problem()).isNull();
        assertThat(result.rows()).isEqualTo(300);
        assertThat(log.newest(new AuditTrail.Filter("user3", null, "call-3", null, null), Long.MAX_VALUE, 50))
                .isNotEmpty()
                .allMatch(row -> row.event().login().equals("user3")
                        && row.event().calls().contains(new CallId("call-3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET login = 'nobody'",
                "DELETE FROM audit_log WHERE seq = 2",
                "TRUNCATE audit_log"
            })
    void rowsCannotBeChangedOrRemoved(String statement) {
        // Given
        log.append(event("anna", "c1"));
        log.append(event("anna", "c2"));

        // When / Then
        assertThatThrownBy(() -> sql(statement)).hasMessageContaining("append-only");
        assertThat(check().rows()).isEqualTo(2);
    }

    @Test
    void whoSwitchesTheGuardOffIsFoundByTheChain() {
        // Given
        for (int i = 0; i < 5; i++) {
            log.append(event("anna", "c" + i));
        }
        String head = check().head();

        // When
        sql("ALTER TABLE audit_log DISABLE TRIGGER ALL");
        sql("UPDATE audit_log SET login = 'boris' WHERE seq = 3");
        AuditCheck.Result changed = check();
        sql("UPDATE audit_log SET login = 'anna' WHERE seq = 3");
        sql("DELETE FROM audit_log WHERE seq = 5");
        AuditCheck cut = new AuditCheck(head);
        log.readAll(cut::next);

        // Then
        assertThat(changed.problem()).startsWith("row 3 ");
        assertThat(cut.result().isIntact()).isFalse();
    }

    private AuditCheck.Result check() {
        AuditCheck check = new AuditCheck(null);
        log.readAll(check::next);
        return check.result();
    }

    private void sql(String statement) {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute(statement));
    }

    private static AuditEvent event(String login, String call) {
        return new AuditEvent(
                login, AuditAction.PLAYED, List.of(new CallId(call)), Map.of("bytes", "0-1", "as", "ё \"quoted\""));
    }
}
