package io.callscope.statistics.decision;

/** Why an item is not automated, or not even assisted with. */
public enum Reason {
    /** The owner of the site has decided so. */
    PEOPLE_ONLY,
    /** The reviews are of another version of the machine: validate anew. */
    VERSION_CHANGED,
    /** Disagreements have become more frequent: validate anew. */
    DRIFT,
    /** Nobody has looked for weeks: validate anew. */
    TOO_FEW_RECENT_REVIEWS,
    /** Two people do not score it alike: mend the criterion first. */
    PEOPLE_DISAGREE,
    /** The reviews are worth too few independent ones. */
    TOO_FEW_REVIEWS,
    /** People have found too few failures to say whether the machine finds any. */
    TOO_FEW_FAILURES,
    /** The machine is not shown to do better than to pass every call. */
    NO_BETTER_THAN_ALWAYS_PASS,
    /** The lower limit of its agreement with people is too low. */
    LOW_AGREEMENT,
    /** The lower limit of the share of failures it finds is too low. */
    MISSES_FAILURES,
    /** Failures enough to assist with, too few to automate. */
    TOO_FEW_FAILURES_TO_AUTOMATE,
    /** Too few calls that two people scored. */
    NO_HUMAN_BENCHMARK,
    /** Calls that two people scored show no difference at all, which proves nothing. */
    BENCHMARK_WITHOUT_SPREAD,
    /** It is not shown to be as good as a colleague. */
    WORSE_THAN_COLLEAGUE,
    /** It would pass alone, not as one of the many items that are decided on together. */
    NOT_AFTER_OTHER_ITEMS
}
