package io.callscope.analytics.llm.budget;

import io.callscope.model.call.CallId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Port: what a language model took, for people. No words, names or teams of calls are in it. Implementations are
 * thread-safe; every method throws {@link io.callscope.kit.failure.RetryableException} when the book is away for now.
 */
public interface Costs {
    /** All calls' of some days, both included; newest first. */
    Report report(LocalDate from, LocalDate to);

    /** One call's, task by task; empty when nothing was ever asked about it. */
    List<TaskCost> ofCall(CallId call);

    /**
     * Some requests.
     *
     * @param requests that were sent, repairs and second tries included
     * @param fromCache questions answered out of what is kept, for nothing
     * @param failed requests that brought no answer
     * @param inputTokens of prompts
     * @param cachedTokens how many of them the endpoint had cached
     * @param outputTokens of answers
     * @param money in the currency beside it; 0 without prices
     * @param millis how long the endpoint took for them together
     */
    record Sums(
            long requests,
            long fromCache,
            long failed,
            long inputTokens,
            long cachedTokens,
            long outputTokens,
            BigDecimal money,
            long millis) {
        /** Nothing. */
        public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, BigDecimal.ZERO, 0);

        public Sums {
            Objects.requireNonNull(money, "money");
        }

        /** Of prompts and answers. */
        public long tokens() {
            return inputTokens + outputTokens;
        }

        public Sums plus(Sums other) {
            return new Sums(
                    requests + other.requests,
                    fromCache + other.fromCache,
                    failed + other.failed,
                    inputTokens + other.inputTokens,
                    cachedTokens + other.cachedTokens,
                    outputTokens + other.outputTokens,
                    money.add(other.money),
                    millis + other.millis);
        }
    }

    /**
     * What one task took in one call.
     *
     * @param currency empty without prices
     */
    record TaskCost(String model, String task, String currency, Sums sums) {}

    /**
     * What one task took on one day.
     *
     * @param currency empty without prices
     * @param calls it was asked about
     * @param estimated requests whose tokens the endpoint did not say
     */
    record Line(LocalDate day, String model, String task, String currency, long calls, long estimated, Sums sums) {}

    /**
     * What a day's caps are held against.
     *
     * @param spentTokens of requests that are over
     * @param reservedTokens set aside for those under way
     * @param calls most calls that any task was asked about
     * @param parked calls that were parked last on this day and still are
     */
    record Day(
            LocalDate day,
            long spentTokens,
            BigDecimal spentMoney,
            long reservedTokens,
            BigDecimal reservedMoney,
            long calls,
            long parked) {
        /** Of a day on which nothing was asked. */
        public static Day empty(LocalDate day) {
            return new Day(day, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0, 0);
        }
    }

    /**
     * What was taken in a time.
     *
     * @param days those on which anything was asked or parked
     * @param lines by day and task
     */
    record Report(LocalDate from, LocalDate to, List<Day> days, List<Line> lines) {
        public Report {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            days = List.copyOf(days);
            lines = List.copyOf(lines);
        }

        /** A day's; zeros when nothing was asked on it. */
        public Day day(LocalDate day) {
            return days.stream()
                    .filter(each -> each.day().equals(day))
                    .findFirst()
                    .orElseGet(() -> Day.empty(day));
        }

        /** All together in one currency; empty for what had no price. */
        public Sums total(String currency) {
            return lines.stream()
                    .filter(line -> line.currency().equals(currency))
                    .map(Line::sums)
                    .reduce(Sums.NONE, Sums::plus);
        }

        /** Currencies that occur, in order; one is empty where something had no price. */
        public List<String> currencies() {
            return lines.stream().map(Line::currency).distinct().sorted().toList();
        }
    }
}
