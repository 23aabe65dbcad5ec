package io.callscope.analytics.review.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session says of one criterion.
 *
 * @param calls that two people or more have scored
 * @param apart of them, not all of one mind
 * @param failures calls in which somebody sees a failure
 * @param agreement share of pairs of people who say the same; null without calls
 * @param ac1 Gwet's AC1 of all people; null when it is undefined
 * @param low its lower end at 95 % by Student's t; null when the error is 0, which is no certainty
 * @param high its upper end; null with it
 * @param alpha Krippendorff's α, nominal; null when everybody says one and the same
 * @param widest how often the person who differs most says something else than the others
 * @param people how each differs from the others, those who differ most first
 * @param machine whether the machine could be one of them
 * @param onFailures the same on calls in which somebody sees a failure
 */
public record CriterionCalibration(
        String criterion,
        int calls,
        int apart,
        int failures,
        @Nullable Double agreement,
        @Nullable Double ac1,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double alpha,
        double widest,
        List<Person> people,
        MachineTest machine,
        MachineTest onFailures) {
    public CriterionCalibration {
        people = List.copyOf(people);
    }

    /**
     * One of them.
     *
     * @param calls that he and somebody else have scored
     * @param withOthers share of the others who say the same as he, over calls
     * @param stricter how much oftener he sees a failure than the others do, −1 to 1
     */
    public record Person(String login, int calls, double withOthers, double stricter) {}

    /** The same without the people. */
    public CriterionCalibration unnamed() {
        return new CriterionCalibration(
                criterion,
                calls,
                apart,
                failures,
                agreement,
                ac1,
                low,
                high,
                alpha,
                widest,
                List.of(),
                machine,
                onFailures);
    }
}
