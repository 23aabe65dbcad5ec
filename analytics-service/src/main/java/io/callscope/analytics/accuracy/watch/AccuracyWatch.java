package io.callscope.analytics.accuracy.watch;

import io.callscope.analytics.accuracy.alarm.Alarm;
import io.callscope.analytics.accuracy.alarm.Alarms;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.analytics.accuracy.report.AccuracyReports;
import io.callscope.analytics.accuracy.report.ItemRow;
import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.callscope.analytics.users.TeamScope;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.statistics.decision.Decision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the accuracy report of all teams again and again and says by meters, by one warning for each alarm, and by alarms
 * that begin and end, what has become of it. Simulated reviews are no reason for either. Thread-safe.
 */
public final class AccuracyWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(AccuracyWatch.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final AccuracyReports reports;
    private final Alarms alarms;
    private final Clock clock;
    private final Map<Decision, AtomicLong> decided = new EnumMap<>(Decision.class);
    private final AtomicLong drifting = new AtomicLong();
    private final AtomicLong input = new AtomicLong();
    private final Set<String> told = new HashSet<>();
    private final RepeatedWork work = new RepeatedWork("watch-accuracy", this::look);

    public AccuracyWatch(AccuracyReports reports, Alarms alarms, MeterRegistry registry, Clock clock) {
        this.reports = Objects.requireNonNull(reports, "reports");
        this.alarms = Objects.requireNonNull(alarms, "alarms");
        this.clock = Objects.requireNonNull(clock, "clock");
        for (Decision decision : Decision.values()) {
            AtomicLong count = new AtomicLong();
            decided.put(decision, count);
            Gauge.builder(AnalyticsMeter.ACCURACY_ITEMS.meterName(), count, AtomicLong::get)
                    .description(AnalyticsMeter.ACCURACY_ITEMS.help())
                    .tag("decision", decision.id())
                    .register(registry);
        }
        Gauge.builder(AnalyticsMeter.ACCURACY_INPUT.meterName(), input, AtomicLong::get)
                .description(AnalyticsMeter.ACCURACY_INPUT.help())
                .register(registry);
        Gauge.builder(AnalyticsMeter.ACCURACY_DRIFTING.meterName(), drifting, AtomicLong::get)
                .description(AnalyticsMeter.ACCURACY_DRIFTING.help())
                .register(registry);
    }

    /** Begins to look. */
    public void start() {
        work.start(FIRST, PAUSE);
    }

    /** Looks once. */
    void look() {
        try {
            AccuracyReport report = reports.read(TeamScope.all(), clock.instant());
            boolean simulated = report.simulated() > 0;
            decided.forEach((decision, count) -> count.set(simulated ? 0 : report.count(decision)));
            input.set(simulated ? 0 : report.input().changed().size());
            drifting.set(
                    simulated
                            ? 0
                            : report.items().stream().filter(this::isDrifting).count());
            if (!simulated) {
                alarms.take(Alarm.told(report), Alarm.of(report), report.at());
            }
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("accuracy was not looked at");
        }
    }

    private boolean isDrifting(ItemRow row) {
        if (!row.drift().isAlarm()) {
            return false;
        }
        if (told.add(row.item().key() + ' ' + row.version())) {
            LOGGER.atWarn()
                    .addKeyValue("item", row.item().key())
                    .addKeyValue("version", row.version())
                    .addKeyValue("since", row.drift().since())
                    .log("machine and people disagree more than they used to");
        }
        return true;
    }

    @Override
    public void close() {
        work.close();
    }
}
