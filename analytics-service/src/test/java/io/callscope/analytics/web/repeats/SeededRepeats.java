package io.callscope.analytics.web.repeats;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts;
import io.callscope.analytics.repeats.bench.MadeUpContacts;
import io.callscope.analytics.web.TestPages;
import io.callscope.analytics.web.accuracy.ReviewedCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Six weeks of made-up contacts that end the day before the pages' now, linked. */
public final class SeededRepeats {
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant FROM =
            LocalDate.of(2026, 9, 2).atStartOfDay(MOSCOW).toInstant();

    /** Of 60 marked calls 49 are confirmed, of 60 others 4 were missed. */
    private static final String DRAWN = """
            (SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 49 THEN 'yes' ELSE 'no' END AS answer
            FROM contacts WHERE judged AND (said OR position > 1) ORDER BY call_id LIMIT 60)
            UNION ALL
            (SELECT call_id, CASE WHEN row_number() OVER (ORDER BY call_id) <= 4 THEN 'yes' ELSE 'no' END AS answer
            FROM contacts WHERE judged AND NOT said AND position = 1 ORDER BY call_id LIMIT 60)
            """;

    /** The cause under which the page counts one. */
    static final String REPORTED = "CASE cause WHEN 'call-dropped' THEN 'wrong-transfer' ELSE cause END";

    /** Fifteen repeats of each cause and forty others, compared; see {@link #compare}. */
    private static final String COMPARED = """
            SELECT call_id, place > 3 AS repeats,
                CASE WHEN place <= 3 OR place = 15 THEN NULL WHEN place <= 6 THEN 'no-status-update' ELSE cause END AS said
            FROM (SELECT call_id, cause, row_number() OVER (PARTITION BY %s ORDER BY call_id) AS place
                FROM contacts WHERE judged AND cause IS NOT NULL) AS ranked
            WHERE place <= 15
            UNION ALL
            (SELECT call_id, row_number() OVER (ORDER BY call_id) <= 2, CAST(NULL AS text)
            FROM contacts WHERE judged AND NOT said AND position = 1 ORDER BY call_id LIMIT 40)
            """.formatted(REPORTED);

    private SeededRepeats() {}

    public static TestPages pages() {
        TestPages pages = TestPages.empty();
        RepeatSettings settings = RepeatSettings.defaults();
        Codebook codebook = CodebookLoader.load(ConfigDir.shipped());
        new JdbiMadeUpContacts(pages.database().dataSource())
                .write(MadeUpContacts.of(9, 2_500, FROM, 6, settings.window()));
        JdbiRepeatLinks links = new JdbiRepeatLinks(
                pages.database().dataSource(), RepeatLinker.byReason(settings, codebook), settings, codebook);
        while (links.linkSome() > 0) {
            // some more wait
        }
        return pages;
    }

    /**
     * Has a controller compare a sample with the customers' other calls: of fifteen repeats of each cause three are none,
     * three have no news for their cause, one cannot be told, the others are as the machine says; of forty others two are
     * repeats.
     */
    public static void compare(TestPages pages) {
        ReviewedCalls.addPairs(pages, COMPARED);
    }

    /** Has a controller review a sample of them. */
    public static void review(TestPages pages) {
        ReviewedCalls.add(pages, "repeat", "", DRAWN);
    }
}
