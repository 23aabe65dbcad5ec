package io.callscope.analytics.pinned;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pins recordings that people need and drops those that nobody needs any more, again and again. What cannot be pinned now
 * is tried again the next time; what the topic has lost already is not. Thread-safe.
 */
public final class PinKeeper implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PinKeeper.class);

    private final NeededCalls needed;
    private final Function<CallId, Optional<AudioManifest>> played;
    private final RecordingPins pins;
    private final RecordingSource topic;
    private final PinMeters meters;
    private final Clock clock;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final RepeatedWork work = new RepeatedWork("pin-recordings", this::round);

    /**
     * @param played what people hear of a call: the copy with personal data muted, never a recording in which it is said
     * @param topic where recordings come from
     */
    public PinKeeper(
            NeededCalls needed,
            Function<CallId, Optional<AudioManifest>> played,
            RecordingPins pins,
            RecordingSource topic,
            PinMeters meters,
            Clock clock) {
        this.needed = Objects.requireNonNull(needed, "needed");
        this.played = Objects.requireNonNull(played, "played");
        this.pins = Objects.requireNonNull(pins, "pins");
        this.topic = Objects.requireNonNull(topic, "topic");
        this.meters = Objects.requireNonNull(meters, "meters");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins. */
    public void start(Duration every) {
        work.start(Duration.ZERO, every);
    }

    /** One look at everything. */
    void round() {
        try {
            Map<String, AudioManifest> wanted = wanted();
            Set<String> held = new HashSet<>(pins.held());
            for (String sha256 : held) {
                if (!wanted.containsKey(sha256)) {
                    pins.unpin(sha256);
                }
            }
            wanted.keySet().removeAll(held);
            wanted.keySet().removeAll(lost);
            int waiting = pinAll(wanted);
            meters.kept(pins.held().size(), pins.bytes(), waiting);
        } catch (RetryableException away) {
            meters.failed("away");
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("recordings wait to be pinned");
        }
    }

    /** By hash, the oldest first: two calls may share one recording. */
    private Map<String, AudioManifest> wanted() {
        Map<String, AudioManifest> wanted = new LinkedHashMap<>();
        for (CallId call : needed.at(clock.instant())) {
            played.apply(call).ifPresent(manifest -> wanted.putIfAbsent(manifest.sha256(), manifest));
        }
        return wanted;
    }

    /** How many could not be pinned and are tried again. */
    private int pinAll(Map<String, AudioManifest> missing) {
        int left = missing.size();
        String full = null;
        for (AudioManifest manifest : missing.values()) {
            try {
                pins.pin(manifest, topic);
                left--;
            } catch (PinsFullException noRoom) {
                // a smaller one may still fit
                full = noRoom.getMessage();
                meters.failed("full");
            } catch (RejectedCallException gone) {
                lost.add(manifest.sha256());
                left--;
                meters.failed(gone.reason().id());
                LOGGER.atWarn()
                        .addKeyValue("reason", gone.reason().id())
                        .log("a recording that people need can be pinned no more");
            }
        }
        if (full != null) {
            LOGGER.atWarn()
                    .addKeyValue("waiting", left)
                    .addKeyValue("room", full)
                    .log(
                            "no room to pin recordings: they will be lost with the topic's retention; raise qa.pinned.size or free the disk");
        }
        return left;
    }

    @Override
    public void close() {
        work.close();
    }
}
