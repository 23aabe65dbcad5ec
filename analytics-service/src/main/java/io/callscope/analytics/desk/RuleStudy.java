package io.callscope.analytics.desk;

import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.users.TeamScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How rules did, and how they would have done. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface RuleStudy {
    /**
     * How rules did.
     *
     * @param flagged calls that the rule flagged in the period, by their current analysis
     * @param confirmed of the reviewed ones, those that people confirm
     * @param reviewed calls of the rule that people decided about, ever; the latest word counts
     */
    record RuleRecord(long flagged, long confirmed, long reviewed) {}

    /** By rule, over the calls of the scope; one of which nothing is known is left out. */
    Map<String, RuleRecord> records(Period period, TeamScope scope);

    /**
     * How many calls a day each rule would have flagged, by what was heard in the calls of the period and is stored. A
     * rule that is off is run as if it were on.
     */
    DryRun dryRun(List<FlagRule> rules, Period period);

    /**
     * Whole days.
     *
     * @param first its first day
     * @param days how many, 1 to 366
     * @param zone whose days
     */
    record Period(LocalDate first, int days, ZoneId zone) {
        public Period {
            if (days < 1 || days > 366) {
                throw new IllegalArgumentException("%d days: expected 1 to 366".formatted(days));
            }
        }

        /** The days before a day, without it: a day that is not over would count as a quiet one. */
        public static Period before(LocalDate day, int days, ZoneId zone) {
            return new Period(day.minusDays(days), days, zone);
        }
    }
}
