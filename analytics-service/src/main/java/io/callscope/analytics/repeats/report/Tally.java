package io.callscope.analytics.repeats.report;

/**
 * Counts of some contacts.
 *
 * @param contacts those that could be judged: what all shares but {@code linked} and FCR are of
 * @param unjudged those in which too little was heard
 * @param said contacts in which the customer says that he calls again
 * @param linkable judged contacts of a known customer and a known issue: what {@code linked} is a share of
 * @param linked those that repeat an earlier contact
 * @param both those that are said and linked
 * @param saidLinkable those that are said among the linkable
 * @param anonymous contacts of which nobody knows whose they are
 * @param crowded contacts of numbers that no customer has
 * @param issues issues that began here and are older than the window
 * @param solved those that no later contact repeats
 * @param handleMs how long agents talked
 * @param repeatMs the same in repeats
 */
public record Tally(
        long contacts,
        long unjudged,
        long said,
        long linkable,
        long linked,
        long both,
        long saidLinkable,
        long anonymous,
        long crowded,
        long issues,
        long solved,
        long handleMs,
        long repeatMs) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Contacts that repeat an earlier one, by what the customer says or by what is linked. */
    public long repeats() {
        return said + linked - both;
    }

    Tally plus(Tally other) {
        return new Tally(
                contacts + other.contacts,
                unjudged + other.unjudged,
                said + other.said,
                linkable + other.linkable,
                linked + other.linked,
                both + other.both,
                saidLinkable + other.saidLinkable,
                anonymous + other.anonymous,
                crowded + other.crowded,
                issues + other.issues,
                solved + other.solved,
                handleMs + other.handleMs,
                repeatMs + other.repeatMs);
    }
}
