package io.callscope.analytics.accuracy;

/**
 * Why a customer calls again, as machine and people say of one contact that the machine takes for a repeat.
 *
 * @param machine the cause under which reports count it
 * @param people the same of who compared the contact with the customer's others; {@link #NO_REPEAT} when it repeats none
 * @param weight 1/π with which it was drawn
 * @param cluster whose contact it is: contacts of one customer resemble each other
 */
public record CheckedCause(String machine, String people, double weight, String cluster) {
    /** What people say of a contact that repeats no other. No cause has this id. */
    public static final String NO_REPEAT = "no-repeat";
}
