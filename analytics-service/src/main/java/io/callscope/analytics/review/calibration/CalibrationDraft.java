package io.callscope.analytics.review.calibration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a session is to be.
 *
 * @param name as people call it, 1 to 120 characters
 * @param scorecard by which they score
 * @param week whose calls are drawn, its Monday
 * @param calls how many, 2 to 200; 30 to 50 are usual
 * @param people logins of those who score, 3 to 20
 * @param seed of the draw
 */
public record CalibrationDraft(
        String name, String scorecard, LocalDate week, int calls, List<String> people, long seed) {
    /** Two say that they differ, and not who of them differs from what is usual. */
    public static final int FEWEST_PEOPLE = 3;

    private static final int MOST_PEOPLE = 20;
    private static final int LONGEST_NAME = 120;

    public CalibrationDraft {
        Objects.requireNonNull(scorecard, "scorecard");
        name = name.strip();
        people = people.stream().distinct().sorted().toList();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name of %d characters: expected 1 to %d".formatted(name.length(), LONGEST_NAME));
        }
        if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("week %s: expected a Monday".formatted(week));
        }
        if (calls < 2 || calls > 200) {
            throw new IllegalArgumentException("calls %d: expected 2 to 200".formatted(calls));
        }
        if (people.size() < FEWEST_PEOPLE || people.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "%d people: expected %d to %d".formatted(people.size(), FEWEST_PEOPLE, MOST_PEOPLE));
        }
    }
}
