package io.callscope.analytics.importance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What customers are asked. */
public enum Satisfaction {
    /** Would you recommend us, 0 to 10; its mean is the share of 9 and 10 less that of 0 to 6, times 100. */
    NPS,
    /** Satisfaction index, 0 to 100. */
    CSI,
    /** Satisfaction, 1 to 5. */
    CSAT,
    /** How easy it was, 1 to 7, 7 the easiest. */
    CES;

    private static final double PROMOTER = 9;
    private static final double PASSIVE = 7;

    /** What an answer adds to the outcome, whose mean is then the figure that people know. */
    double value(double score) {
        if (this != NPS) {
            return score;
        }
        return score >= PROMOTER ? 100 : score >= PASSIVE ? 0 : -100;
    }

    /** The word in addresses, in JSON, and the column of the answers. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Satisfaction::id).toList();
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Satisfaction ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
