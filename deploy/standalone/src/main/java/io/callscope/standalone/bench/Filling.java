package io.callscope.standalone.bench;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.forces.JdbiForceDays;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiWeekCounter;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;

/** Fills a database for a bench: with calls, and with what the service makes of them meanwhile. Says how long each took. */
final class Filling {
    private final DataSource database;
    private final PrintWriter out;

    Filling(DataSource database, PrintWriter out) {
        this.database = database;
        this.out = out;
    }

    void calls(int calls, CallShape shape) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        new CallFiller(database, Instant.now(), shape).fill(calls, List.of(new MadeUpCards()));
        say("filled with %d calls".formatted(calls), begun);
    }

    /** Counts the days of the forces. */
    void days() {
        long begun = System.nanoTime();
        JdbiForceDays days = new JdbiForceDays(database);
        days.in(ZoneId.systemDefault());
        days.countAll();
        say("counted the days", begun);
    }

    /** Links every contact. */
    void links(Codebook codebook) throws SQLException {
        long begun = System.nanoTime();
        RepeatSettings settings = RepeatSettings.defaults();
        JdbiRepeatLinks links =
                new JdbiRepeatLinks(database, RepeatLinker.byReason(settings, codebook), settings, codebook);
        while (links.linkSome() > 0) {
            // some more wait
        }
        vacuum("contacts");
        say("linked the contacts", begun);
    }

    /** Counts the weeks of contacts that are closed. */
    void weeks() throws SQLException {
        long begun = System.nanoTime();
        JdbiWeekCounter weeks = new JdbiWeekCounter(database);
        weeks.in(ZoneId.systemDefault());
        weeks.countAll(Instant.now().minus(RepeatSettings.defaults().window()));
        vacuum("repeat_weeks");
        vacuum("repeat_week_causes");
        say("counted the weeks", begun);
    }

    private void vacuum(String table) throws SQLException {
        try (Connection connection = Patience.of(database.getConnection());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE " + table);
        }
    }

    private void say(String what, long begun) {
        out.printf(
                "%s in %d s%n",
                what, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        out.flush();
    }
}
