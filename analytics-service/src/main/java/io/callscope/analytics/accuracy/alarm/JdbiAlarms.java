package io.callscope.analytics.accuracy.alarm;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.accuracy.AccuracyAlarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Alarms in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiAlarms implements Alarms {
    /** The row is locked until the end of the transaction: reports are taken over one after the other. */
    private static final String NEWER = """
            INSERT INTO accuracy_looked (at) VALUES (:at)
            ON CONFLICT (one) DO UPDATE SET at = excluded.at WHERE accuracy_looked.at < excluded.at
            """;

    private static final String OPEN = """
            SELECT alarm_id, kind, subject, version FROM accuracy_alarms WHERE ended_at IS NULL AND kind = ANY(:kinds)
            """;

    private static final String END = "UPDATE accuracy_alarms SET ended_at = :at WHERE alarm_id = :alarm";

    private static final String BEGIN = """
            INSERT INTO accuracy_alarms (kind, subject, version, since, started_at)
            VALUES (:kind, :subject, :version, :since, :at)
            """;

    /** A beginning before its end; another process takes another alarm. */
    private static final String NEXT = """
            SELECT alarm_id, kind, subject, version, since, started_at, ended_at, start_published_at IS NULL AS starts
            FROM accuracy_alarms
            WHERE start_published_at IS NULL OR ended_at IS NOT NULL AND end_published_at IS NULL
            ORDER BY alarm_id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String STARTED = "UPDATE accuracy_alarms SET start_published_at = :at WHERE alarm_id = :alarm";
    private static final String ENDED = "UPDATE accuracy_alarms SET end_published_at = :at WHERE alarm_id = :alarm";

    private final Jdbi jdbi;

    public JdbiAlarms(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    private record Known(long id, String kind, String subject, String version) {
        /** The week of an input's alarm says when it began, not what it is about. */
        boolean isOf(Alarm alarm) {
            return kind.equals(alarm.kind().id())
                    && subject.equals(alarm.subject())
                    && (alarm.kind() == AlarmKind.INPUT || version.equals(alarm.version()));
        }
    }

    private record Event(boolean starts, AccuracyAlarm alarm) {}

    @Override
    public void take(Set<AlarmKind> told, List<Alarm> now, Instant at) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            int newer = handle.createUpdate(NEWER).bind("at", Columns.time(at)).execute();
            if (newer > 0) {
                takeNewer(handle, told, now, at);
            }
            return newer;
        }));
    }

    private static void takeNewer(Handle handle, Set<AlarmKind> told, List<Alarm> now, Instant at) {
        List<Known> open = handle.createQuery(OPEN)
                .bindArray(
                        "kinds", String.class, told.stream().map(AlarmKind::id).toList())
                .map((row, context) -> new Known(
                        row.getLong("alarm_id"),
                        Columns.required(row, "kind"),
                        Columns.required(row, "subject"),
                        Columns.required(row, "version")))
                .list();
        List<Alarm> begins = new ArrayList<>(
                now.stream().filter(alarm -> told.contains(alarm.kind())).toList());
        for (Known known : open) {
            if (!begins.removeIf(known::isOf)) {
                handle.createUpdate(END)
                        .bind("alarm", known.id())
                        .bind("at", Columns.time(at))
                        .execute();
            }
        }
        for (Alarm alarm : begins) {
            handle.createUpdate(BEGIN)
                    .bind("kind", alarm.kind().id())
                    .bind("subject", alarm.subject())
                    .bind("version", alarm.version())
                    .bind("since", Columns.time(alarm.since()))
                    .bind("at", Columns.time(at))
                    .execute();
        }
    }

    @Override
    public int publish(Consumer<AccuracyAlarm> events, Instant at) {
        int published = 0;
        while (publishOne(events, at)) {
            published++;
        }
        return published;
    }

    private boolean publishOne(Consumer<AccuracyAlarm> events, Instant at) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            Optional<Event> next = next(handle);
            next.ifPresent(event -> {
                events.accept(event.alarm());
                handle.createUpdate(event.starts() ? STARTED : ENDED)
                        .bind("alarm", event.alarm().alarmId())
                        .bind("at", Columns.time(at))
                        .execute();
            });
            return next.isPresent();
        }));
    }

    private static Optional<Event> next(Handle handle) {
        return handle.createQuery(NEXT)
                .map((row, context) -> {
                    boolean starts = row.getBoolean("starts");
                    return new Event(
                            starts,
                            new AccuracyAlarm(
                                    row.getLong("alarm_id"),
                                    starts ? "started" : "ended",
                                    Columns.required(row, "kind"),
                                    Columns.required(row, "subject"),
                                    Columns.required(row, "version"),
                                    Columns.requiredInstant(row, "since"),
                                    Columns.requiredInstant(row, starts ? "started_at" : "ended_at")));
                })
                .findOne();
    }
}
