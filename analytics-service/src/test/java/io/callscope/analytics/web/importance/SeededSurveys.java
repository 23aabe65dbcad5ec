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
        pages.put("/api/acd", """
                queue;from;to;offered;aht;asa;sl;lcr;occupancy
                Доставка;05.10.2026 10:00;05.10.2026 11:00;100;4:00;20;80;5;78
                Доставка;05.10.2026 11:00;05.10.2026 12:00;300;5:00;40;60;9;90
                """);
        pages.put("/api/teams", "team;month;enps;turnover\nЮг;2026-08;10;4\nЮг;2026-09;-12;6,5\n");
        return pages;
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
