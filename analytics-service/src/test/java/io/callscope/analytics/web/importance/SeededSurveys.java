package io.callscope.analytics.web.importance;

import io.callscope.analytics.users.Role;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.forces.SeededForces;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;

/** The calls of the forces page with surveys: barriers lower the answers, those of certainty the most. */
public final class SeededSurveys {
    private SeededSurveys() {}

    public static TestPages pages() throws IOException, InterruptedException {
        TestPages pages = SeededForces.pages();
        pages.as(Role.HEAD);
        pages.put("/api/surveys", csv(pages));
        pages.put("/api/customers", customers(pages));
        pages.put("/api/acd", """
                queue;from;to;offered;aht;asa;sl;lcr;occupancy
                Доставка;05.10.2026 10:00;05.10.2026 11:00;100;4:00;20;80;5;78
                Доставка;05.10.2026 11:00;05.10.2026 12:00;300;5:00;40;60;9;90
                """);
        pages.put("/api/teams", "team;month;enps;turnover\nЮг;2026-08;10;4\nЮг;2026-09;-12;6,5\n");
        return pages;
    }

    /** Of every customer: who heard a barrier of certainty spends a third less and leaves more often. */
    static String customers(TestPages pages) {
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle -> handle.execute(
                        "UPDATE calls SET customer_key = encode(sha256(convert_to(call_id, 'UTF8')), 'hex')"));
        Random random = new Random(9);
        StringBuilder csv = new StringBuilder("клиент;дата;средний чек;отток\n");
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle -> handle.createQuery("""
                                SELECT c.customer_key, max(c.listed_at)::date AS noted, bool_or(m.force = 'certainty') AS unclear
                                FROM calls c LEFT JOIN marks m ON m.call_id = c.call_id AND m.version_key = c.version_key
                                    AND m.polarity = 'barrier'
                                WHERE c.verdict = 'judged' AND c.customer_key IS NOT NULL GROUP BY 1 ORDER BY 1
                                """)
                        .map((row, context) -> {
                            boolean unclear = row.getBoolean("unclear");
                            double check = (unclear ? 40_000 : 60_000) + 5_000 * random.nextGaussian();
                            boolean left = random.nextDouble() < (unclear ? 0.4 : 0.1);
                            return "%s;%s;%.2f;%d%n"
                                    .formatted(
                                            row.getString("customer_key"),
                                            row.getString("noted"),
                                            Math.max(0, check),
                                            left ? 1 : 0);
                        })
                        .forEach(csv::append));
        return csv.toString();
    }

    /** Every second call was asked, and most of them answered. */
    static String csv(TestPages pages) {
        Random random = new Random(8);
        StringBuilder csv = new StringBuilder("call_id;nps;csat\n");
        record Heard(String call, List<String> forces) {}
        List<Heard> calls = Jdbi.create(pages.database().dataSource())
                .withHandle(handle -> handle.createQuery(
                                "SELECT c.call_id, coalesce(string_agg(m.force, ',') FILTER (WHERE m.polarity = 'barrier'), '')"
                                        + " AS forces FROM calls c LEFT JOIN marks m USING (call_id, version_key)"
                                        + " WHERE c.verdict = 'judged' GROUP BY c.call_id ORDER BY c.call_id")
                        .map((row, context) -> new Heard(
                                row.getString("call_id"),
                                List.of(row.getString("forces").split(","))))
                        .list());
        for (Heard heard : calls) {
            if (random.nextInt(2) == 0) {
                continue;
            }
            boolean silent = random.nextInt(100) < 40;
            double score = 9 + 1.5 * random.nextGaussian();
            score -= heard.forces().contains("certainty") ? 4 : 0;
            score -= heard.forces().contains("fair-treatment") ? 3 : 0;
            score -= heard.forces().contains("status") ? 0.7 : 0;
            long nps = Math.max(0, Math.min(10, Math.round(score)));
            csv.append(heard.call())
                    .append(silent ? ";;" : ";%d;%d".formatted(nps, 1 + nps * 4 / 10))
                    .append('\n');
        }
        return csv.toString();
    }
}
