package io.callscope.analytics.importance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What may depend on barriers: what customers are asked, and what they are worth to the business. */
public enum CustomerOutcome {
    /** Would you recommend us, 0 to 10; its mean is the share of 9 and 10 less that of 0 to 6, times 100. */
    NPS,
    /** Satisfaction index, 0 to 100. */
    CSI,
    /** Satisfaction, 1 to 5. */
    CSAT,
    /** How easy it was, 1 to 7, 7 the easiest. */
    CES,
    /** What a customer's purchase costs on average, money. */
    AVERAGE_CHECK,
    /** What a customer brings in a month, money. */
    ARPU,
    /** Whether a customer has left; its mean is the share of those, times 100. The only one of which less is better. */
    CHURN;

    private static final double PROMOTER = 9;
    private static final double PASSIVE = 7;

    /** What an answer adds to the outcome, whose mean is then the figure that people know. */
    double value(double score) {
        if (this == CHURN) {
            return score * 100;
        }
        if (this != NPS) {
            return score;
        }
        return score >= PROMOTER ? 100 : score >= PASSIVE ? 0 : -100;
    }

    /** Whether it is asked, so that there may be no answer; else it is known of customers without asking them. */
    public boolean isAsked() {
        return this == NPS || this == CSI || this == CSAT || this == CES;
    }

    /** Whether a higher figure is the better one. */
    public boolean isMoreBetter() {
        return this != CHURN;
    }

    /** The word in addresses and in JSON. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it stands in the database. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(CustomerOutcome::id).toList();
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CustomerOutcome ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
