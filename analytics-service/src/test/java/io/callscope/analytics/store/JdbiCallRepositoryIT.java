package io.callscope.analytics.store;

import static io.callscope.analytics.store.CallFixtures.flagged;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.recorded;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.users.TeamScope;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository on a real PostgreSQL. */
class JdbiCallRepositoryIT extends CallRepositoryContract {
    private static DatabaseConfig config;
    private static AnalyticsDatabase database;

    @BeforeAll
    static void start() {
        config = TestDatabase.emptyConfig();
        database = AnalyticsDatabase.open(config);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static DatabaseConfig config(EmbeddedDatabase server) {
        return new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 6);
    }

    @Override
    CallRepository repository() {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("TRUNCATE calls CASCADE"));
        return new JdbiCallRepository(database.dataSource());
    }

    @Test
    void migratesOnceAndOpensAgain() {
        // Given
        repository().recorded(recorded("kept", metadata(), at(0)));

        // When
        try (AnalyticsDatabase again = AnalyticsDatabase.open(config)) {
            // Then
            assertThat(new JdbiCallRepository(again.dataSource()).detail(new CallId("kept"), TeamScope.all()))
                    .isPresent();
        }
    }

    @Test
    void textThatPostgresCannotHoldKeepsItsPlaces() {
        // Given
        CallRepository calls = repository();
        Transcript text = transcript("ru", "К я\u0000 жду \uD83D уже \uD83D\uDE00 год", "К расторгать договор");

        // When
        calls.transcribed(transcribed("odd", metadata(), at(1), text));

        // Then
        CallDetail detail = calls.detail(new CallId("odd"), TeamScope.all()).orElseThrow();
        assertThat(detail.transcript().transcript().utterances().get(0).text())
                .isEqualTo("я\uFFFD жду \uFFFD уже \uD83D\uDE00 год");
    }

    @Test
    void aModelMayWriteWhatPostgresCannotHold() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed(
                "odd",
                metadata(),
                at(10),
                transcript("ru", "К сколько еще ждать", "К расторгать договор", "О завтра до обеда"));

        // When
        calls.analyzed(
                transcribed,
                CallFixtures.withModel(
                        flagged(transcribed, "book-1", at(20)), CallFixtures.report("a\u0000b", "c\uD83D")));

        // Then
        CallDetail detail = calls.detail(new CallId("odd"), TeamScope.all()).orElseThrow();
        assertThat(detail.analysis().analysis().llm()).isEqualTo(CallFixtures.report("a\uFFFDb", "c\uFFFD"));
    }

    @Test
    void writersOfOneCallDoNotDoubleIt() throws Exception {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed(
                "c1",
                metadata(),
                at(10),
                transcript("ru", "К сколько еще ждать", "К расторгать договор", "О завтра до обеда"));
        CallAnalyzed analyzed = flagged(transcribed, "book-1", at(20));
        ExecutorService workers = Executors.newFixedThreadPool(6);

        // When
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int kind = i % 4;
            done.add(workers.submit(() -> {
                switch (kind) {
                    case 0 -> calls.recorded(recorded("c1", metadata(), at(0)));
                    case 1 -> calls.transcribed(transcribed);
                    case 2 -> calls.failed(CallFixtures.failure("c1", at(5)));
                    default -> calls.analyzed(transcribed, analyzed);
                }
            }));
        }
        for (Future<?> future : done) {
            future.get();
        }
        workers.shutdown();

        // Then
        assertThat(count("calls")).isEqualTo(1);
        assertThat(count("transcripts")).isEqualTo(1);
        assertThat(count("utterances")).isEqualTo(3);
        assertThat(count("analyses")).isEqualTo(1);
        assertThat(count("marks")).isEqualTo(2);
        assertThat(count("flags")).isEqualTo(1);
        assertThat(calls.detail(new CallId("c1"), TeamScope.all())
                        .orElseThrow()
                        .entry()
                        .state())
                .isEqualTo(CallState.ANALYZED);
    }

    @Test
    void halfAnAnalysisIsNeverVisible() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed(
                "c1",
                metadata(),
                at(10),
                transcript("ru", "К сколько еще ждать", "К расторгать договор", "О завтра до обеда"));
        Jdbi jdbi = Jdbi.create(database.dataSource());
        jdbi.useHandle(
                handle -> handle.execute("ALTER TABLE flags ADD CONSTRAINT broken CHECK (rule <> 'churn-risk')"));

        // When
        try {
            assertThatThrownBy(() -> calls.analyzed(transcribed, flagged(transcribed, "book-1", at(20))))
                    .isNotInstanceOf(RetryableException.class);
        } finally {
            jdbi.useHandle(handle -> handle.execute("ALTER TABLE flags DROP CONSTRAINT broken"));
        }

        // Then
        assertThat(count("calls") + count("transcripts") + count("analyses") + count("marks"))
                .isZero();
    }

    @Test
    void aDatabaseThatIsAwayIsRetryable(@TempDir Path data) {
        // Given
        EmbeddedDatabase doomed = EmbeddedDatabase.start(data, Ports.free());
        try (AnalyticsDatabase away = AnalyticsDatabase.open(config(doomed))) {
            CallRepository calls = new JdbiCallRepository(away.dataSource());
            calls.recorded(recorded("c1", metadata(), at(0)));
            DatabaseConfig config = config(doomed);

            // When
            doomed.close();

            // Then
            assertThatThrownBy(() -> calls.recorded(recorded("c2", metadata(), at(1))))
                    .isInstanceOf(RetryableException.class);
            assertThatThrownBy(() -> calls.detail(new CallId("c1"), TeamScope.all()))
                    .isInstanceOf(RetryableException.class);
            assertThatThrownBy(() -> AnalyticsDatabase.open(config)).isInstanceOf(RetryableException.class);
        }
    }

    private static long count(String table) {
        return Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }
}
