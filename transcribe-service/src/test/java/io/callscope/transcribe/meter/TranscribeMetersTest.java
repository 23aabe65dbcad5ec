package io.callscope.transcribe.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.kit.failure.RejectReason;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.transcribe.child.ChildEnd;
import io.callscope.transcribe.playback.Playback;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranscribeMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TranscribeMeters meters = new TranscribeMeters(registry);

    @ParameterizedTest
    @EnumSource(TranscribeMeter.class)
    void theEnumListsWhatIsCounted(TranscribeMeter meter) {
        // Given
        useAll();

        // When
        List<Meter> found = registry.getMeters().stream()
                .filter(each -> each.getId().getName().equals(meter.meterName()))
                .toList();

        // Then
        assertThat(found).isNotEmpty().allSatisfy(each -> {
            assertThat(each.getId().getTags()).extracting(Tag::getKey).isEqualTo(meter.tags());
            assertThat(each.getId().getDescription()).isEqualTo(meter.help());
            if (!meter.unit().isEmpty()) {
                assertThat(each.getId().getBaseUnit()).isEqualTo(meter.unit());
            }
        });
    }

    @Test
    void countsNothingThatTheEnumDoesNotList() {
        // Given
        List<String> listed = List.of(TranscribeMeter.values()).stream()
                .map(TranscribeMeter::meterName)
                .toList();

        // When
        useAll();

        // Then
        assertThat(registry.getMeters())
                .extracting(each -> each.getId().getName())
                .isSubsetOf(listed);
    }

    @Test
    void measuresHowMuchSlowerThanTheCallItWas() {
        // Given
        meters.received();

        // When
        meters.transcribed(transcript(), Duration.ofSeconds(5));

        // Then
        assertThat(registry.get(TranscribeMeter.REAL_TIME_FACTOR.meterName())
                        .summary()
                        .mean())
                .isEqualTo(0.25);
        assertThat(registry.get(TranscribeMeter.AUDIO.meterName()).counter().count())
                .isEqualTo(20);
    }

    @Test
    void tellsHowMuchAudioEachProcessorDidLately() {
        // Given
        AtomicLong now = new AtomicLong();
        RecentAudio recent = new RecentAudio(now::get);

        // When
        now.set(TimeUnit.SECONDS.toNanos(100));
        recent.add(400);
        double afterHundredSeconds = recent.perSecond();
        now.set(TimeUnit.SECONDS.toNanos(600));
        double afterTenMinutes = recent.perSecond();
        now.set(TimeUnit.SECONDS.toNanos(720));
        double later = recent.perSecond();

        // Then
        assertThat(afterHundredSeconds).isEqualTo(4);
        assertThat(afterTenMinutes).isBetween(0.66, 0.69);
        assertThat(later).isZero();
    }

    private void useAll() {
        for (int i = 0; i < 5; i++) {
            meters.received();
        }
        meters.transcribed(transcript(), Duration.ofSeconds(5));
        meters.imported();
        meters.copied(Playback.Cause.FORMAT);
        meters.rejected(RejectReason.TOO_LONG);
        meters.retried();
        meters.abandoned();
        meters.waited(Duration.ofSeconds(3));
        meters.started();
        meters.ended(ChildEnd.Cause.CRASHED);
        meters.triedAgain(ChildEnd.Cause.CRASHED);
        meters.resident(1);
    }

    private static Transcript transcript() {
        return new Transcript("ru", TranscriptSource.RECOGNISED, "m", "hash", 20_000, 2, List.of());
    }
}
