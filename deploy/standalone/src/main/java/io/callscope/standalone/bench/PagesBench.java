package io.callscope.standalone.bench;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Asks the real pages over a database of their own, and takes the time. */
public final class PagesBench {
    private static final int WARM_UP = 5;
    private static final int TIMES = 50;

    private final Path configDir;
    private final Path folder;
    private final int calls;
    private final PrintWriter out;

    /**
     * @param configDir codebook and flag rules
     * @param folder for the database, removed by whoever made it
     */
    public PagesBench(Path configDir, Path folder, int calls, PrintWriter out) {
        this.configDir = configDir;
        this.folder = folder;
        this.calls = calls;
        this.out = out;
    }

    /** What is asked for, by name; the n-th address of each. */
    private Map<String, IntFunction<String>> pages() {
        Map<String, IntFunction<String>> pages = new LinkedHashMap<>();
        pages.put("queue", n -> "/queue");
        pages.put("flagged", n -> "/calls?flagged=true&page=" + (1 + n % 5));
        pages.put("list", n -> "/calls");
        pages.put("searchCommon", n -> "/calls?text=" + encoded("заказ"));
        pages.put("searchRare", n -> "/calls?text=" + encoded(MadeUpTalk.rare(5_000 + 37 * n)));
        pages.put("searchPhrase", n -> "/calls?text=" + encoded("\"верните деньги\""));
        pages.put("searchByParty", n -> "/calls?party=customer&text=" + encoded("деньги договор"));
        pages.put(
                "searchFilters",
                n -> "/calls?text=" + encoded("деньги") + "&force=status&resolution=unresolved&language=ru&team="
                        + encoded("Команда " + (1 + n % MadeUpCall.TEAMS)));
        pages.put("searchAgent", n -> "/calls?agent=" + encoded("a-" + n * 3 % MadeUpCall.AGENTS) + "&flagged=false");
        pages.put("searchPage40", n -> "/calls?page=40&text=" + encoded("заказ"));
        pages.put("call", n -> "/calls/" + MadeUpCall.idWithWordTimes(91 * n + calls / 100, calls));
        pages.put("overview", n -> "/");
        pages.put("forces", n -> "/forces");
        pages.put("forces13", n -> "/forces?weeks=13");
        pages.put("failed", n -> "/failed");
        return pages;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fills, serves, asks. Progress goes to the writer. */
    public List<PageTimes> run() throws IOException, SQLException, InterruptedException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 8))) {
            Filling filling = new Filling(database.dataSource(), out);
            filling.calls(calls, CallShape.OF_PAGES);
            filling.days();
            try (ServedPages served = ServedPages.over(database, configDir, folder)) {
                return served.ask(pages(), WARM_UP, TIMES);
            }
        }
    }
}
