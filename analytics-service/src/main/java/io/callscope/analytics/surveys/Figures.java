package io.callscope.analytics.surveys;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of a file, checked. */
public sealed interface Figures {
    /** The line of the file. */
    long line();

    /** What there is one of: a second row of the same key is the same thing said again. */
    String key();

    /**
     * What somebody was asked; without any score he has not answered.
     *
     * @param callId of the call that it is about; null when about a customer and a day
     * @param nps 0 to 10
     * @param csi 0 to 100
     * @param csat 1 to 5
     * @param ces 1 to 7
     */
    record Survey(
            long line,
            @Nullable String callId,
            @Nullable String customerKey,
            @Nullable LocalDate askedOn,
            @Nullable Double nps,
            @Nullable Double csi,
            @Nullable Double csat,
            @Nullable Double ces)
            implements Figures {
        @Override
        public String key() {
            return callId != null ? "call:" + callId : "customer:" + customerKey + ":" + askedOn;
        }
    }

    /**
     * What a customer is worth, noted on a day.
     *
     * @param averageCheck money, of the site's currency
     * @param arpu money likewise, of the month that ends with the day
     * @param churn 1 when he has left, else 0
     */
    record Customer(
            long line,
            String customerKey,
            LocalDate notedOn,
            @Nullable Double averageCheck,
            @Nullable Double arpu,
            @Nullable Double churn)
            implements Figures {
        @Override
        public String key() {
            return customerKey + ":" + notedOn;
        }
    }

    /** A queue in an interval: durations in seconds, shares in percent. */
    record Acd(
            long line,
            String queue,
            Instant from,
            Instant to,
            @Nullable Double offered,
            @Nullable Double aht,
            @Nullable Double asa,
            @Nullable Double sl,
            @Nullable Double lcr,
            @Nullable Double occupancy)
            implements Figures {
        @Override
        public String key() {
            return queue + "\n" + from;
        }
    }

    /** A team in a month. */
    record Team(
            long line,
            String team,
            LocalDate month,
            @Nullable Double enps,
            @Nullable Double turnover) implements Figures {
        @Override
        public String key() {
            return team + "\n" + month;
        }
    }
}
