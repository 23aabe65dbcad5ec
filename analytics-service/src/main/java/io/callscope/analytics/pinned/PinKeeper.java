package io.callscope.analytics.pinned;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pins recordings that people need and drops those that nobody needs any more, again and again. Those that are cited give
 * way where there is no room for those that somebody has to judge. What cannot be pinned now is tried again the next time;
 * what the topic has lost already is not. Thread-safe.
 */
public final class PinKeeper implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PinKeeper.class);

    private final NeededCalls needed;
    private final NeededCalls cited;
    private final Function<CallId, Optional<AudioManifest>> played;
    private final RecordingPins pins;
    private final RecordingSource topic;
    private final PinMeters meters;
    private final Clock clock;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final RepeatedWork work = new RepeatedWork("pin-recordings", this::round);

    /**
     * @param needed those that somebody has to judge
     * @param cited those that somebody may want to hear, the least wanted last
     * @param played what people hear of a call: the copy with personal data muted, never a recording in which it is said
     * @param topic where recordings come from
     */
    public PinKeeper(
            NeededCalls needed,
            NeededCalls cited,
            Function<CallId, Optional<AudioManifest>> played,
            RecordingPins pins,
            RecordingSource topic,
            PinMeters meters,
            Clock clock) {
        this.needed = Objects.requireNonNull(needed, "needed");
        this.cited = Objects.requireNonNull(cited, "cited");
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
            Map<String, AudioManifest> first = playable(needed);
            Map<String, AudioManifest> then = playable(cited);
            then.keySet().removeAll(first.keySet());
            Set<String> held = new HashSet<>(pins.held());
            for (String sha256 : held) {
                if (!first.containsKey(sha256) && !then.containsKey(sha256)) {
                    pins.unpin(sha256);
                }
            }
            Round round = new Round(then, held);
            first.values().forEach(round::pinBeforeCited);
            then.values().forEach(round::pin);
            round.report();
            meters.kept(pins.held().size(), pins.bytes(), round.waiting);
        } catch (RetryableException away) {
            meters.failed("away");
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("recordings wait to be pinned");
        }
    }

    /** By hash, in the order given: two calls may share one recording. */
    private Map<String, AudioManifest> playable(NeededCalls calls) {
        Map<String, AudioManifest> wanted = new LinkedHashMap<>();
        for (CallId call : calls.at(clock.instant())) {
            played.apply(call).ifPresent(manifest -> wanted.putIfAbsent(manifest.sha256(), manifest));
        }
        return wanted;
    }

    /** What becomes of one look. Confined to its thread. */
    private final class Round {
        private final Set<String> held;
        /** Cited ones that are pinned, the least wanted first. */
        private final Deque<AudioManifest> droppable = new ArrayDeque<>();

        private final Map<String, Integer> gone = new TreeMap<>();
        private int waiting;
        private String full = "";

        Round(Map<String, AudioManifest> cited, Set<String> held) {
            this.held = held;
            cited.values().stream()
                    .filter(manifest -> held.contains(manifest.sha256()))
                    .forEach(droppable::addFirst);
        }

        void pinBeforeCited(AudioManifest manifest) {
            tryTo(manifest, true);
        }

        void pin(AudioManifest manifest) {
            tryTo(manifest, false);
        }

        private void tryTo(AudioManifest manifest, boolean mayDrop) {
            if (held.contains(manifest.sha256()) || lost.contains(manifest.sha256())) {
                return;
            }
            try {
                pins.pin(manifest, topic);
            } catch (PinsFullException noRoom) {
                if (mayDrop && dropCited(noRoom.lacking())) {
                    tryTo(manifest, false);
                    return;
                }
                // a smaller one may still fit
                waiting++;
                full = Objects.requireNonNullElse(noRoom.getMessage(), "");
                meters.failed("full");
            } catch (RejectedCallException lostByTopic) {
                lost.add(manifest.sha256());
                meters.failed(lostByTopic.reason().id());
                gone.merge(lostByTopic.reason().id(), 1, Integer::sum);
            }
        }

        /** Whether so many bytes could be freed; nothing is dropped when not. */
        private boolean dropCited(long bytes) {
            if (droppable.stream().mapToLong(AudioManifest::bytes).sum() < bytes) {
                return false;
            }
            long freed = 0;
            while (freed < bytes) {
                AudioManifest least = droppable.removeFirst();
                pins.unpin(least.sha256());
                held.remove(least.sha256());
                freed += least.bytes();
            }
            return true;
        }

        void report() {
            gone.forEach((reason, count) -> LOGGER.atWarn()
                    .addKeyValue("reason", reason)
                    .addKeyValue("recordings", count)
                    .log("recordings that people need can be pinned no more"));
            if (!full.isEmpty()) {
                LOGGER.atWarn()
                        .addKeyValue("waiting", waiting)
                        .addKeyValue("room", full)
                        .log(
                                "no room to pin recordings: they will be lost with the topic's retention; raise qa.pinned.size or free the disk");
            }
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
