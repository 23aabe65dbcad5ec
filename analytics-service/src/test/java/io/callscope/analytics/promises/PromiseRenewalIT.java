package io.callscope.analytics.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiStoredCalls;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls that were stored before promises were read. */
class PromiseRenewalIT {
    private static AnalyticsDatabase database;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
        jdbi = Jdbi.create(database.dataSource());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static void renew() {
        PromiseSettings settings = PromiseSettings.defaults();
        JdbiPromiseMaker maker = new JdbiPromiseMaker(settings, settings.hours(PromisedCalls.MOSCOW, Set.of()));
        Clock clock = Clock.fixed(PromisedCalls.at("2026-10-14T12:00"), ZoneOffset.UTC);
        try (PromiseRenewal renewal = new PromiseRenewal(
                new JdbiStoredCalls(database.dataSource()),
                new JdbiRenewedPromises(database.dataSource(), maker),
                settings,
                clock)) {
            renewal.renew();
        }
    }

    private static long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM promises WHERE heard")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void areReadOnce() {
        // Given
        new PromisedCalls(database)
                .promise("a", "ivan", "2026-10-12T10:00", "перезвоню вам завтра до двенадцати")
                .promise("b", "olga", "2026-10-12T10:00", "деньги вернем в течение трех дней")
                .promise("old", "petr", "2026-05-12T10:00", "перезвоню вам завтра до двенадцати")
                .callsAgain("none", "olga", "2026-10-13T10:00", null);
        jdbi.useHandle(handle -> handle.execute("TRUNCATE promises CASCADE"));

        // When
        renew();

        // Then
        assertThat(count()).as("without the one that nobody follows any more").isEqualTo(2);

        // When
        jdbi.useHandle(handle -> handle.execute("TRUNCATE promises CASCADE"));
        renew();

        // Then
        assertThat(count()).as("it was done").isZero();

        // When
        jdbi.useHandle(handle -> handle.execute("UPDATE promises_read SET reading = 'of an older release'"));
        renew();

        // Then
        assertThat(count()).isEqualTo(2);
    }
}
