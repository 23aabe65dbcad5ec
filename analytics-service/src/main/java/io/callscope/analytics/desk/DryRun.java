package io.callscope.analytics.desk;

import io.callscope.analytics.flags.FlagBasis;
import io.callscope.analytics.flags.FlagRule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have flagged in a period. Immutable.
 *
 * @param days of the period
 * @param calls that were looked at
 * @param rules in the order in which they were given, without those that are decided after an analysis
 */
public record DryRun(int days, long calls, List<OfRule> rules) {
    public DryRun {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param total calls in the period
     * @param busiestDay the day with most calls; null when there was none
     * @param busiest how many calls it had
     * @param overCap calls past the rule's daily cap
     */
    public record OfRule(
            String rule,
            long total,
            double perDay,
            @Nullable LocalDate busiestDay,
            long busiest,
            long overCap) {
        /** Share of its calls past the cap, 0 to 1. */
        public double overCapRatio() {
            return total == 0 ? 0 : (double) overCap / total;
        }
    }

    /** The rule with this id, if it was run. */
    public Optional<OfRule> of(String rule) {
        return rules.stream().filter(one -> one.rule().equals(rule)).findFirst();
    }

    /** Counts while calls go by. Not thread-safe. */
    static final class Count {
        private final List<FlagRule> rules;
        private final int days;
        private final Map<String, Map<LocalDate, Long>> byRule = new HashMap<>();
        private long calls;

        Count(List<FlagRule> rules, int days) {
            // the analyses of a month do not tell what became of its calls
            this.rules = rules.stream().filter(rule -> !rule.isDecidedLater()).toList();
            this.days = days;
        }

        void add(LocalDate day, @Nullable String queue, FlagBasis call) {
            calls++;
            for (FlagRule rule : rules) {
                if (rule.fires(queue, call)) {
                    byRule.computeIfAbsent(rule.id(), id -> new HashMap<>()).merge(day, 1L, Long::sum);
                }
            }
        }

        DryRun result() {
            return new DryRun(days, calls, rules.stream().map(this::result).toList());
        }

        private OfRule result(FlagRule rule) {
            Map<LocalDate, Long> byDay = byRule.getOrDefault(rule.id(), Map.of());
            long total = byDay.values().stream().mapToLong(Long::longValue).sum();
            Optional<Map.Entry<LocalDate, Long>> busiest = byDay.entrySet().stream()
                    .max(Map.Entry.<LocalDate, Long>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<LocalDate, Long>comparingByKey().reversed()));
            return new OfRule(
                    rule.id(),
                    total,
                    (double) total / days,
                    busiest.map(Map.Entry::getKey).orElse(null),
                    busiest.map(Map.Entry::getValue).orElse(0L),
                    byDay.values().stream()
                            .mapToLong(count -> Math.max(0, count - rule.dailyCap()))
                            .sum());
        }
    }
}
