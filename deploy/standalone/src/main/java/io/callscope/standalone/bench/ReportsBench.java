package io.callscope.standalone.bench;

import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.web.requests.RequestsQuery;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Asks every report, and what a supervisor opens all day, over a year of made-up calls: over periods of 1, 4, 13 and 52
 * weeks, so that it can be told whether the cost grows faster than the period.
 */
public final class ReportsBench {
    /** How many weeks are asked for. */
    public static final List<Integer> PERIODS = List.of(1, 4, 13, 52);

    private static final int WARM_UP = 3;

    private final Path configDir;
    private final Path folder;
    private final int calls;
    private final int times;
    private final PrintWriter out;

    /**
     * @param configDir codebook and flag rules
     * @param folder for the database: one that is filled already is asked as it is
     * @param times how often each page is asked, from 1
     */
    public ReportsBench(Path configDir, Path folder, int calls, int times, PrintWriter out) {
        this.configDir = configDir;
        this.folder = folder;
        this.calls = calls;
        this.times = times;
        this.out = out;
    }

    /**
     * The figures.
     *
     * @param calls how many the database has
     */
    public record Result(long calls, List<PageTimes> pages) {}

    /** Fills, serves, asks. Progress goes to the writer. */
    public Result run() throws IOException, SQLException, InterruptedException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 8))) {
            Filling filling = new Filling(database.dataSource(), out);
            if (count(database) == 0) {
                filling.calls(calls, CallShape.OF_REPORTS);
            }
            // what is made of the calls costs nothing where it is made already
            filling.links(CodebookLoader.load(configDir));
            filling.weeks();
            filling.days();
            try (ServedPages served = ServedPages.over(database, configDir, folder)) {
                return new Result(count(database), served.ask(pages(), WARM_UP, times));
            }
        }
    }

    private static long count(AnalyticsDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("SELECT count(*) FROM calls")) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private static Map<String, IntFunction<String>> pages() {
        Map<String, IntFunction<String>> pages = new LinkedHashMap<>();
        for (int weeks : PERIODS) {
            pages.put("repeats " + weeks, n -> "/repeats?weeks=" + weeks);
            pages.put("repeats of a queue " + weeks, n -> "/repeats?queue=" + queue(n) + "&weeks=" + weeks);
            pages.put(
                    "repeats of a team's reason " + weeks,
                    n -> "/repeats?reason=refund&team=" + team(n) + "&weeks=" + weeks);
            pages.put("forces " + weeks, n -> "/forces?weeks=" + weeks);
        }
        for (String weeks : RequestsQuery.COUNTS) {
            pages.put("requests " + weeks, n -> "/requests?weeks=" + weeks);
            pages.put("requests of a queue " + weeks, n -> "/requests?queue=" + queue(n) + "&weeks=" + weeks);
        }
        pages.put("importance 13", n -> "/importance?weeks=13");
        pages.put("queue", n -> "/queue");
        pages.put("flagged", n -> "/calls?flagged=true&page=" + (1 + n % 5));
        pages.put("search common", n -> "/calls?text=" + encoded("заказ"));
        pages.put("search rare", n -> "/calls?text=" + encoded(MadeUpTalk.rare(5_000 + 37 * n)));
        pages.put("overview", n -> "/");
        return pages;
    }

    /** Whether a page is held to the bar: reports and queues are; searches and the overview stand beside. */
    public static boolean hasBar(String page) {
        return !page.startsWith("search") && !page.equals("overview");
    }

    private static String queue(int number) {
        return encoded(MadeUpCall.QUEUES.get(number % MadeUpCall.QUEUES.size()));
    }

    private static String team(int number) {
        return encoded("Команда " + (1 + number % MadeUpCall.TEAMS));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
