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

    /** Has a controller review a sample of them. */
    public static void review(TestPages pages) {
        ReviewedCalls.add(pages, "repeat", "", DRAWN);
    }
}
