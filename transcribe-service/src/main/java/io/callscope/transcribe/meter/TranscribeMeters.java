package io.callscope.transcribe.meter;

import io.callscope.kit.failure.RejectReason;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.playback.Playback;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what {@link TranscribeMeter} lists. Thread-safe. */
public final class TranscribeMeters {
    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();

    public TranscribeMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
        Gauge.builder(TranscribeMeter.IN_FLIGHT.meterName(), inFlight, AtomicInteger::get)
                .description(TranscribeMeter.IN_FLIGHT.help())
                .register(registry);
    }

    public void received() {
        inFlight.incrementAndGet();
        counter(TranscribeMeter.RECEIVED).register(registry).increment();
    }

    public void transcribed(Transcript transcript, Duration processing) {
        double audioSeconds = transcript.durationMs() / 1000.0;
        String model = transcript.asrModelId();
        counter(TranscribeMeter.AUDIO).tag("model", model).register(registry).increment(audioSeconds);
        Timer.builder(TranscribeMeter.PROCESSING.meterName())
                .description(TranscribeMeter.PROCESSING.help())
                .tag("model", model)
                .register(registry)
                .record(processing);
        if (audioSeconds > 0) {
            DistributionSummary.builder(TranscribeMeter.REAL_TIME_FACTOR.meterName())
                    .description(TranscribeMeter.REAL_TIME_FACTOR.help())
                    .tag("model", model)
                    .register(registry)
                    .record(processing.toMillis() / 1000.0 / audioSeconds);
        }
        done("transcribed");
    }

    /** A copy was made that is played instead of the recording. */
    public void copied(Playback.Cause cause) {
        counter(TranscribeMeter.COPIES)
                .tag("cause", cause.id())
                .register(registry)
                .increment();
    }

    public void imported() {
        done("imported");
    }

    public void rejected(RejectReason reason) {
        counter(TranscribeMeter.REJECTED)
                .tag("reason", reason.id())
                .register(registry)
                .increment();
        done("rejected");
    }

    /** Something outside was away; the event comes again. */
    public void retried() {
        done("retried");
    }

    /** The loop took the event back, or an error of the program broke it off. */
    public void abandoned() {
        done("abandoned");
    }

    private void done(String outcome) {
        inFlight.decrementAndGet();
        counter(TranscribeMeter.CALLS)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    private static Counter.Builder counter(TranscribeMeter meter) {
        Counter.Builder builder = Counter.builder(meter.meterName()).description(meter.help());
        return meter.unit().isEmpty() ? builder : builder.baseUnit(meter.unit());
    }
}
