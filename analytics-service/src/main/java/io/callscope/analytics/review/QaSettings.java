package io.callscope.analytics.review;

import io.callscope.analytics.pinned.PinSettings;
import io.callscope.analytics.review.appeals.AppealSettings;
import io.callscope.kit.config.Bounds;
import io.callscope.statistics.sampling.PlanSettings;

/**
 * How the calls are drawn that people review, and how teams object to their scores.
 *
 * @param callsPerWeek how many people review a week, 1 to 2000; default 40
 * @param uniformShare how much of the sample is drawn evenly, the rest where the machine is unsure; above 0, at most 1;
 *     default 0.5
 * @param perAgent how many calls every agent has in it at least, as far as he has that many, 0 to 20; default 0
 * @param doubleShare how much of it a second person scores too, 0 to 1; default 0.18
 * @param tuningShare how much of it may be looked at to mend the machine, and so proves nothing about it, 0 to 0.9;
 *     default 0.3
 * @param appeals terms of appeals
 * @param pinned recordings that outlive the topic, because people need them
 */
public record QaSettings(
        Integer callsPerWeek,
        Double uniformShare,
        Integer perAgent,
        Double doubleShare,
        Double tuningShare,
        AppealSettings appeals,
        PinSettings pinned) {
    public QaSettings {
        callsPerWeek = callsPerWeek == null ? 40 : callsPerWeek;
        uniformShare = uniformShare == null ? 0.5 : uniformShare;
        perAgent = perAgent == null ? 0 : perAgent;
        doubleShare = doubleShare == null ? 0.18 : doubleShare;
        tuningShare = tuningShare == null ? 0.3 : tuningShare;
        appeals = appeals == null ? AppealSettings.defaults() : appeals;
        pinned = pinned == null ? PinSettings.defaults() : pinned;
        Bounds.requireRange("callsPerWeek", callsPerWeek, 1, 2000);
        Bounds.requireRange("perAgent", perAgent, 0, 20);
        if (!(uniformShare > 0 && uniformShare <= 1)) {
            throw new IllegalArgumentException(
                    "uniformShare %s: expected above 0 and at most 1".formatted(uniformShare));
        }
        if (!(doubleShare >= 0 && doubleShare <= 1)) {
            throw new IllegalArgumentException("doubleShare %s: expected 0 to 1".formatted(doubleShare));
        }
        if (!(tuningShare >= 0 && tuningShare <= 0.9)) {
            throw new IllegalArgumentException("tuningShare %s: expected 0 to 0.9".formatted(tuningShare));
        }
    }

    public static QaSettings defaults() {
        return new QaSettings(40, 0.5, 0, 0.18, 0.3, AppealSettings.defaults(), PinSettings.defaults());
    }

    /** For a week with so many calls; all of them when there are fewer than wanted. */
    PlanSettings of(int candidates) {
        return new PlanSettings(
                Math.min(callsPerWeek, candidates), 1 - uniformShare, perAgent, doubleShare, tuningShare);
    }
}
