package io.callscope.analytics.accuracy.read;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A planned call that a first person has scored blind.
 *
 * @param plan id of the plan it was drawn by
 * @param week the Monday of the week it is of
 * @param role tuning or evaluation
 * @param learnable whether the machine may be mended with it
 * @param call its id
 * @param scorecard by which it was scored
 * @param version key of the machine that had scored it by then
 * @param inForce whether that machine scores calls now
 * @param pi with which it was drawn
 * @param secondPi with which it was scored twice; null when it was not
 * @param agent whose call it is
 * @param customer who called; null when not known
 * @param at when the first review was given
 * @param first id of that review
 * @param second id of another person's; null when there is none
 * @param decided id of the decision between them; null when there is none
 * @param simulated whether no person gave it
 * @param repeat whether the machine says that the contact repeats an earlier one; null when it says nothing
 * @param recognition how sure recognition was of the words, 0 to 1; null when not known
 */
record ReviewedCallRow(
        long plan,
        LocalDate week,
        String role,
        boolean learnable,
        String call,
        String scorecard,
        String version,
        boolean inForce,
        double pi,
        @Nullable Double secondPi,
        String agent,
        @Nullable String customer,
        Instant at,
        long first,
        @Nullable Long second,
        @Nullable Long decided,
        boolean simulated,
        @Nullable Boolean repeat,
        @Nullable Double recognition) {
    /** Whose contact it is: the customer's; the agent's when he is not known. */
    String customerOrAgent() {
        return customer == null ? agent : customer;
    }
}
