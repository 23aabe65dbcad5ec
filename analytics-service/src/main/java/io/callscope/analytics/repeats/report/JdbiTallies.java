package io.callscope.analytics.repeats.report;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How a {@link Tally} is counted out of contacts, added up out of weeks, and read. Stateless. */
final class JdbiTallies {
    private static final String LINKABLE = "c.judged AND c.has_issue AND c.standing = 'linkable'";
    private static final String BEGUN = LINKABLE + " AND c.position = 1 AND NOT c.said";

    private static final String COUNT = """
            count(*) FILTER (WHERE c.judged) AS contacts,
            count(*) FILTER (WHERE NOT c.judged) AS unjudged,
            count(*) FILTER (WHERE c.judged AND c.said) AS said,
            count(*) FILTER (WHERE %1$s) AS linkable,
            count(*) FILTER (WHERE c.linked_by <> 'said') AS linked,
            count(*) FILTER (WHERE c.linked_by <> 'said' AND c.said) AS both_signals,
            count(*) FILTER (WHERE %1$s AND c.said) AS said_linkable,
            count(*) FILTER (WHERE c.standing = 'anonymous') AS anonymous,
            count(*) FILTER (WHERE c.standing = 'crowded') AS crowded,
            count(*) FILTER (WHERE %2$s) AS issues,
            count(*) FILTER (WHERE %2$s AND NOT c.repeated) AS solved,
            coalesce(sum(c.handle_ms), 0) AS handle_ms,
            coalesce(sum(c.handle_ms) FILTER (WHERE c.said OR c.position > 1), 0) AS repeat_ms
            """;

    /** Out of contacts that no later contact can repeat any more. */
    static final String OF_CLOSED = COUNT.formatted(LINKABLE, BEGUN);

    /** Out of contacts; issues are those that began up to {@code :observed}. */
    static final String OF_CONTACTS = COUNT.formatted(LINKABLE, BEGUN + " AND c.started_at <= :observed");

    /** The columns of counted weeks, in the order of {@link #OF_CLOSED}. */
    static final String COLUMNS = "contacts, unjudged, said, linkable, linked, both_signals, said_linkable, anonymous,"
            + " crowded, issues, solved, handle_ms, repeat_ms";

    /** Out of counted weeks. */
    static final String OF_WEEKS = """
            sum(c.contacts) AS contacts, sum(c.unjudged) AS unjudged, sum(c.said) AS said,
            sum(c.linkable) AS linkable, sum(c.linked) AS linked, sum(c.both_signals) AS both_signals,
            sum(c.said_linkable) AS said_linkable, sum(c.anonymous) AS anonymous, sum(c.crowded) AS crowded,
            sum(c.issues) AS issues, sum(c.solved) AS solved, sum(c.handle_ms) AS handle_ms,
            sum(c.repeat_ms) AS repeat_ms
            """;

    private JdbiTallies() {}

    static Tally read(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("contacts"),
                row.getLong("unjudged"),
                row.getLong("said"),
                row.getLong("linkable"),
                row.getLong("linked"),
                row.getLong("both_signals"),
                row.getLong("said_linkable"),
                row.getLong("anonymous"),
                row.getLong("crowded"),
                row.getLong("issues"),
                row.getLong("solved"),
                row.getLong("handle_ms"),
                row.getLong("repeat_ms"));
    }
}
