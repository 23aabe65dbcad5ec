package io.callscope.analytics.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person checks today, and where the line is drawn. Immutable.
 *
 * <p>Cards are taken in the queue's order while they fit into the day. Priority 1 is always above the line. Of the rest
 * not more than so many of one agent and such a share of one rule are taken, so that a day shows more than one person
 * or one rule; what is passed over so is grouped. The share is of the cards that the whole day holds: a queue of two
 * cards of one rule is no day that one rule takes.
 *
 * @param above to check today, in order
 * @param groups passed over because there are enough of their kind above the line
 * @param takes how long everything above the line takes
 * @param left what was left of the day before
 */
public record Portion(List<Candidate> above, List<Group> groups, Duration takes, Duration left) {
    public Portion {
        above = List.copyOf(above);
        groups = List.copyOf(groups);
    }

    /**
     * A card that could be checked.
     *
     * @param agent whose call the leading reason is of; null when it is not known
     * @param agentName likewise
     * @param rule of the leading reason
     * @param workMs how long checking takes
     * @param calls how many calls are to be looked at
     */
    public record Candidate(
            long cardId,
            int priority,
            @Nullable String agent,
            @Nullable String agentName,
            String rule,
            long workMs,
            int calls) {}

    /** What a group has in common. */
    public enum Likeness {
        AGENT,
        RULE
    }

    /**
     * Cards passed over.
     *
     * @param key agent or rule
     */
    public record Group(Likeness likeness, String key, List<Candidate> cards) {
        public Group {
            cards = List.copyOf(cards);
        }
    }

    /** Whether priority 1 alone takes longer than what is left of the day. */
    public boolean urgentOverflows() {
        long urgent = above.stream()
                .filter(card -> card.priority() == 1)
                .mapToLong(Candidate::workMs)
                .sum();
        return urgent > left.toMillis();
    }

    /** Calls above the line. */
    public int calls() {
        return above.stream().mapToInt(Candidate::calls).sum();
    }

    /**
     * Draws the line.
     *
     * @param ordered what could be checked, in the queue's order
     * @param checkedToday what this person has spent already
     */
    public static Portion of(List<Candidate> ordered, Duration checkedToday, QueueSettings settings) {
        Duration left = settings.day().minus(checkedToday);
        Duration budget = left.isNegative() ? Duration.ZERO : left;
        long holds = held(ordered, budget.toMillis());
        int maxOfOneRule = (int) Math.max(1, holds * settings.maxRulePercent() / 100);
        return new Drawing(settings.maxOfOneAgent(), maxOfOneRule, budget).over(ordered);
    }

    /** How many cards such as these the day holds, without limits on agents and rules. */
    private static long held(List<Candidate> ordered, long budgetMs) {
        long spent = 0;
        int count = 0;
        for (Candidate card : ordered) {
            if (card.priority() > 1 && spent + card.workMs() > budgetMs) {
                return count;
            }
            spent += card.workMs();
            count++;
        }
        // the queue is shorter than the day: with more of the same it would hold so many
        return spent == 0 ? count : Math.max(count, budgetMs * count / spent);
    }

    /** One pass over the queue. */
    private static final class Drawing {
        private final int maxOfOneAgent;
        private final int maxOfOneRule;
        private final Duration budget;
        private final List<Candidate> above = new ArrayList<>();
        private final Map<String, Integer> ofAgent = new HashMap<>();
        private final Map<String, Integer> ofRule = new HashMap<>();
        private final Groups groups = new Groups();
        private long spent;

        Drawing(int maxOfOneAgent, int maxOfOneRule, Duration budget) {
            this.maxOfOneAgent = maxOfOneAgent;
            this.maxOfOneRule = maxOfOneRule;
            this.budget = budget;
        }

        Portion over(List<Candidate> ordered) {
            for (Candidate card : ordered) {
                if (card.priority() > 1 && spent + card.workMs() > budget.toMillis()) {
                    break;
                }
                place(card);
            }
            return new Portion(above, groups.all(), Duration.ofMillis(spent), budget);
        }

        private void place(Candidate card) {
            String agent = card.agent();
            if (card.priority() > 1 && agent != null && ofAgent.getOrDefault(agent, 0) >= maxOfOneAgent) {
                groups.add(Likeness.AGENT, agent, card);
            } else if (card.priority() > 1 && ofRule.getOrDefault(card.rule(), 0) >= maxOfOneRule) {
                groups.add(Likeness.RULE, card.rule(), card);
            } else {
                take(card, agent);
            }
        }

        private void take(Candidate card, @Nullable String agent) {
            above.add(card);
            spent += card.workMs();
            ofRule.merge(card.rule(), 1, Integer::sum);
            if (agent != null) {
                ofAgent.merge(agent, 1, Integer::sum);
            }
        }
    }

    private record Kind(Likeness likeness, String key) {}

    /** Groups in the order in which their first card was passed over. */
    private static final class Groups {
        private final Map<Kind, List<Candidate>> byKind = new LinkedHashMap<>();

        void add(Likeness likeness, String key, Candidate card) {
            byKind.computeIfAbsent(new Kind(likeness, key), kind -> new ArrayList<>())
                    .add(card);
        }

        List<Group> all() {
            return byKind.entrySet().stream()
                    .map(entry ->
                            new Group(entry.getKey().likeness(), entry.getKey().key(), entry.getValue()))
                    .toList();
        }
    }
}
