package io.callscope.transcribe.meter;

import io.callscope.kit.failure.RejectReason;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.child.ChildEnd;
import io.callscope.transcribe.child.ChildEvents;
import io.callscope.transcribe.playback.Playback;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Counts what {@link TranscribeMeter} lists. Thread-safe. */
public final class TranscribeMeters implements ChildEvents {
    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong resident = new AtomicLong();
    private final RecentAudio recentAudio;

    public TranscribeMeters(MeterRegistry registry) {
        this(registry, System::nanoTime);
    }

    TranscribeMeters(MeterRegistry registry, LongSupplier nanoTime) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.recentAudio = new RecentAudio(nanoTime);
        int processors = Runtime.getRuntime().availableProcessors();
        gauge(TranscribeMeter.AUDIO_PER_CORE, () -> recentAudio.perSecond() / processors);
        gauge(TranscribeMeter.RECOGNISER_RESIDENT, resident);
        gauge(TranscribeMeter.IN_FLIGHT, inFlight);
        counter(TranscribeMeter.RECOGNISER_STARTED).register(registry);
        for (ChildEnd.Cause cause : ChildEnd.Cause.values()) {
            // there from the start, so that the first crash is an increase
            counter(TranscribeMeter.RECOGNISER_ENDED).tag("cause", cause.id()).register(registry);
        }
    }

    private void gauge(TranscribeMeter meter, Number value) {
        gauge(meter, value::doubleValue);
    }

    private void gauge(TranscribeMeter meter, Supplier<Number> value) {
        Gauge.Builder<Supplier<Number>> builder =
                Gauge.builder(meter.meterName(), value).description(meter.help());
        (meter.unit().isEmpty() ? builder : builder.baseUnit(meter.unit())).register(registry);
    }

    public void received() {
        inFlight.incrementAndGet();
        counter(TranscribeMeter.RECEIVED).register(registry).increment();
    }

    /** A recording is taken up that was accepted so long ago. */
    public void waited(Duration age) {
        Timer.builder(TranscribeMeter.QUEUE_AGE.meterName())
                .description(TranscribeMeter.QUEUE_AGE.help())
                .register(registry)
                .record(age.isNegative() ? Duration.ZERO : age);
    }

    @Override
    public void started() {
        counter(TranscribeMeter.RECOGNISER_STARTED).register(registry).increment();
    }

    @Override
    public void ended(ChildEnd.Cause cause) {
        counter(TranscribeMeter.RECOGNISER_ENDED)
                .tag("cause", cause.id())
                .register(registry)
                .increment();
    }

    @Override
    public void triedAgain(ChildEnd.Cause cause) {
        counter(TranscribeMeter.RECOGNISER_RETRIED)
                .tag("cause", cause.id())
                .register(registry)
                .increment();
    }

    @Override
    public void resident(long bytes) {
        resident.set(bytes);
    }

    public void transcribed(Transcript transcript, Duration processing) {
        double audioSeconds = transcript.durationMs() / 1000.0;
        String model = transcript.asrModelId();
        recentAudio.add(audioSeconds);
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
