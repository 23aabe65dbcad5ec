package io.callscope.analytics.promises.terms;

import io.callscope.analytics.review.appeals.WorkingDays;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** What words say at one moment: Wednesday 14 October 2026, 11:20 in Moscow. */
final class SaidThen {
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final Instant NOW = Instant.parse("2026-10-14T08:20:00Z");
    static final SiteHours HOURS =
            new SiteHours(new WorkingDays(MOSCOW, Set.of()), LocalTime.of(9, 0), LocalTime.of(21, 0));
    private static final TermReader READER = new TermReader(HOURS);

    private SaidThen() {}

    /** On the clock of the site; "none" without a term. */
    static String when(String language, String said) {
        return READER.term(language, said, NOW, 0, said.length())
                .map(term -> HOURS.local(term.due()).toLocalDateTime().toString())
                .orElse("none");
    }
}
