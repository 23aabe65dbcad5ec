package io.callscope.analytics.requests;

import io.callscope.analytics.requests.RequestReport.ToHear;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was counted for one report.
 *
 * @param weekly of the reported weeks and of those before, week by week
 * @param parts of the reported weeks alone
 * @param hear calls to listen to, the newest first
 * @param waiting days that are not counted yet
 */
record RequestCounts(
        List<OfWeek> weekly,
        List<OfPart> parts,
        List<String> queues,
        Map<Fact, List<ToHear>> hear,
        long waiting,
        boolean simulated) {
    /**
     * What calls are counted by.
     *
     * @param kind as in the table {@code request_days}
     */
    record Fact(String kind, String item, String part) {
        static Fact of(String kind, String item) {
            return new Fact(kind, item, "");
        }
    }

    /** Calls of a week. */
    record OfWeek(LocalDate monday, Fact fact, long calls) {}

    /**
     * Calls of all reported weeks.
     *
     * @param agents one bit of 64 for each agent, by a hash
     */
    record OfPart(Fact fact, long calls, long agents) {
        /** So many agents there are at least. */
        int leastAgents() {
            return Long.bitCount(agents);
        }
    }
}
