package io.callscope.analytics.accuracy.report;

import io.callscope.statistics.decision.Reason;
import java.util.Locale;

/** Why an item stands where it stands, as people are told. */
public enum Why {
    PASSED,
    TOO_FEW_REVIEWS,
    /** Reviews enough by count, of too few agents. */
    CLUSTERED,
    TOO_FEW_FAILURES,
    ALWAYS_PASS,
    MISSES_FAILURES,
    /** Too little agreement, and most of what is missing are failures that are none. */
    FALSE_ALARMS,
    /** Agreement is not shown to be high enough. */
    LOW_AGREEMENT,
    NO_SECOND_CONTROLLER,
    /** Calls that two people scored show no difference at all. */
    NO_DIFFERENCES,
    HUMANS_DISAGREE,
    WORSE_THAN_COLLEAGUE,
    VERSION_CHANGED,
    DRIFT,
    STALE,
    PEOPLE_ONLY,
    /** It would pass alone, not as one of many. */
    NOT_AFTER_OTHER_ITEMS;

    /** The word for it in texts and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Why of(Reason reason, boolean enoughByCount, boolean mostlyFalseAlarms) {
        return switch (reason) {
            case PEOPLE_ONLY -> PEOPLE_ONLY;
            case VERSION_CHANGED -> VERSION_CHANGED;
            case DRIFT -> DRIFT;
            case TOO_FEW_RECENT_REVIEWS -> STALE;
            case PEOPLE_DISAGREE -> HUMANS_DISAGREE;
            case TOO_FEW_REVIEWS -> enoughByCount ? CLUSTERED : TOO_FEW_REVIEWS;
            case TOO_FEW_FAILURES, TOO_FEW_FAILURES_TO_AUTOMATE -> TOO_FEW_FAILURES;
            case NO_BETTER_THAN_ALWAYS_PASS -> ALWAYS_PASS;
            case LOW_AGREEMENT -> mostlyFalseAlarms ? FALSE_ALARMS : LOW_AGREEMENT;
            case MISSES_FAILURES -> MISSES_FAILURES;
            case NO_HUMAN_BENCHMARK -> NO_SECOND_CONTROLLER;
            case BENCHMARK_WITHOUT_SPREAD -> NO_DIFFERENCES;
            case WORSE_THAN_COLLEAGUE -> WORSE_THAN_COLLEAGUE;
            case NOT_AFTER_OTHER_ITEMS -> NOT_AFTER_OTHER_ITEMS;
        };
    }
}
