package io.callscope.analytics.requests;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.repeats.report.Weeks;
import org.jdbi.v3.core.Handle;

/** Days whose calls have changed and that are not counted yet. Stateless; works within the caller's transaction. */
public final class JdbiWaitingDays {
    private static final String WAITING = """
            SELECT count(DISTINCT CAST(listed_at AT TIME ZONE :zone AS date)) FROM force_queue
            WHERE listed_at >= :from AND listed_at < :to
            """;

    private JdbiWaitingDays() {}

    /** How many of some weeks. */
    public static long of(Handle handle, Weeks weeks) {
        return handle.createQuery(WAITING)
                .bind("zone", weeks.zone().getId())
                .bind("from", Columns.time(weeks.from()))
                .bind("to", Columns.time(weeks.to()))
                .mapTo(Long.class)
                .one();
    }
}
