package io.callscope.analytics.accuracy;

/**
 * The total of one call as the machine and as people give it, over the criteria that both have scored.
 *
 * @param call its id
 * @param machine 0 to 100
 * @param people 0 to 100
 */
public record ScoredTotal(String call, double machine, double people) {
    public ScoredTotal {
        if (!(machine >= 0 && machine <= 100 && people >= 0 && people <= 100)) {
            throw new IllegalArgumentException(
                    "totals %s and %s of call %s: expected 0 to 100".formatted(machine, people, call));
        }
    }
}
