package io.callscope.model.accuracy;

import java.time.Instant;
import java.util.Objects;

/**
 * An alarm about the machine's accuracy began or ended. Event on {@code accuracy.alarms.v1}, one for each beginning and
 * one for each end; no call is named.
 *
 * @param alarmId number of the alarm; its beginning and its end carry the same
 * @param state {@code started} or {@code ended}
 * @param kind {@code disagreement}: machine and people disagree more than they used to; {@code input}: another kind of
 *     calls comes in than the machine was checked on
 * @param subject of a disagreement the key of the item, such as {@code criterion.service.greeting}; of input what has
 *     changed, such as {@code length}
 * @param version key of the machine that is meant; of input the Monday of the week that differed first
 * @param since when it began as far as can be told: of a disagreement the review at which the chart signalled
 * @param at when the beginning or the end was noticed
 */
public record AccuracyAlarm(
        long alarmId, String state, String kind, String subject, String version, Instant since, Instant at) {
    public AccuracyAlarm {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
    }
}
