package io.callscope.analytics.accuracy.alarm;

import io.callscope.analytics.accuracy.input.InputDrift;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a report gives reason to alarm about.
 *
 * @param kind what it is about
 * @param subject key of the item, or the feature that has changed
 * @param version key of the machine, or the Monday of the week
 * @param since when it began as far as can be told
 */
public record Alarm(AlarmKind kind, String subject, String version, Instant since) {
    public Alarm {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(since, "since");
    }

    /** What a report says anything about: as long as weeks are counted nobody knows what comes in. */
    public static Set<AlarmKind> told(AccuracyReport report) {
        if (report.simulated() > 0) {
            return EnumSet.noneOf(AlarmKind.class);
        }
        return report.input().state() == InputDrift.State.COUNTING
                ? EnumSet.of(AlarmKind.DISAGREEMENT)
                : EnumSet.allOf(AlarmKind.class);
    }

    /** Those of a report; simulated reviews are no reason for any. */
    public static List<Alarm> of(AccuracyReport report) {
        if (report.simulated() > 0) {
            return List.of();
        }
        List<Alarm> alarms = new ArrayList<>();
        report.items().forEach(row -> {
            Instant since = row.drift().since();
            if (since != null) {
                alarms.add(new Alarm(AlarmKind.DISAGREEMENT, row.item().key(), row.version(), since));
            }
        });
        LocalDate week = report.input().week();
        if (week != null) {
            Instant monday = week.atStartOfDay(ZoneOffset.UTC).toInstant();
            report.input()
                    .changed()
                    .forEach(shift -> alarms.add(new Alarm(AlarmKind.INPUT, shift.feature(), week.toString(), monday)));
        }
        return alarms;
    }
}
