package io.callscope.analytics.accuracy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.accuracy.AccuracyEvidence;
import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.Population;
import io.callscope.analytics.accuracy.alarm.Alarm;
import io.callscope.analytics.accuracy.alarm.AlarmKind;
import io.callscope.analytics.accuracy.alarm.Alarms;
import io.callscope.analytics.accuracy.input.InputDrift;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.accuracy.AccuracyAlarm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AccuracyWatchTest {
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");

    /** What was taken over, one line for each time. */
    private final List<String> taken = new ArrayList<>();

    private final Alarms alarms = new Alarms() {
        @Override
        public void take(Set<AlarmKind> told, List<Alarm> now, Instant at) {
            taken.add(told + " " + now.stream().map(Alarm::subject).toList());
        }

        @Override
        public int publish(Consumer<AccuracyAlarm> events, Instant at) {
            throw new UnsupportedOperationException("nothing is published here");
        }
    };

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** So many calls on which both agree, then so many on which they do not. */
    private static AccuracyReport report(int same, int other, long simulated) {
        List<CheckedCall> calls = new ArrayList<>();
        for (int i = 0; i < same + other; i++) {
            Label people = i % 3 == 0 ? Label.MARKED : Label.CLEAR;
            Label wrong = people == Label.MARKED ? Label.CLEAR : Label.MARKED;
            calls.add(new CheckedCall(
                    "call-%03d".formatted(i),
                    "agent-" + i % 9,
                    NOW.minus(Duration.ofHours(900 - i)),
                    0.1,
                    null,
                    true,
                    true,
                    "v1",
                    i < same ? people : wrong,
                    null,
                    people,
                    null,
                    null,
                    null));
        }
        ItemEvidence item = new ItemEvidence(
                Item.criterion("service", "greeting"), "v1", NOW, new Population(90, 400), calls, List.of());
        return AccuracyReport.of(
                new AccuracyEvidence(List.of(item), Map.of(), calls.size(), simulated),
                InputDrift.none(),
                List.of(),
                AccuracySettings.defaults(),
                NOW);
    }

    private AccuracyWatch watch(AccuracyReport report) {
        return new AccuracyWatch((scope, now) -> report, alarms, registry, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private double drifting() {
        return registry.get("callscope.analytics.accuracy.drifting").gauge().value();
    }

    private double items(String decision) {
        return registry.get("callscope.analytics.accuracy.items")
                .tag("decision", decision)
                .gauge()
                .value();
    }

    @Test
    void tellsHowManyItemsDriftAndHowManyAreTrusted() {
        try (AccuracyWatch watch = watch(report(200, 40, 0))) {
            // When
            watch.look();

            // Then
            assertThat(drifting()).isEqualTo(1);
            assertThat(items("keep-manual")).isEqualTo(1);
            assertThat(items("automate")).isZero();
            assertThat(taken).containsExactly("[DISAGREEMENT, INPUT] [criterion.service.greeting]");
        }
    }

    @Test
    void isQuietWhereNothingDrifts() {
        try (AccuracyWatch watch = watch(report(240, 0, 0))) {
            // When
            watch.look();

            // Then
            assertThat(drifting()).isZero();
            assertThat(taken).containsExactly("[DISAGREEMENT, INPUT] []");
        }
    }

    @Test
    void simulatedReviewsAreNoReasonForAnAlarm() {
        try (AccuracyWatch watch = watch(report(200, 40, 240))) {
            // When
            watch.look();

            // Then
            assertThat(drifting()).isZero();
            assertThat(items("keep-manual")).isZero();
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void outlivesAStoreThatIsAway() {
        // Given
        AccuracyWatch watch = new AccuracyWatch(
                (scope, now) -> {
                    throw new RetryableException("the database is away", new IOException("refused"));
                },
                alarms,
                registry,
                Clock.fixed(NOW, ZoneOffset.UTC));

        // When
        watch.look();

        // Then
        assertThat(drifting()).isZero();
        watch.close();
    }
}
